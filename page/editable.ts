import { closest, ofDocument } from './dom.ts';

/** `true` and `plaintext-only` by their beginnings, for each byte is on every page. Any other value says nothing of its own. */
const EDITED = '[contenteditable=""],[contenteditable^="t" i],[contenteditable^="p" i]';

/**
 * Whether an element is in a region that its reader edits: nothing may be added to what an editor saves, also in what cannot
 * be edited within.
 */
export function isEditable(element: Element): boolean {
  // Not `isContentEditable`, which makes the browser work out styles first.
  return ofDocument('designMode') === 'on' || closest(element, EDITED) !== null;
}
