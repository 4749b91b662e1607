import { attributeOf, closest, ofDocument } from './dom.ts';

/** Whether an element is in a region that its reader edits: nothing may be added to what an editor saves. */
export function isEditable(element: Element): boolean {
  if (ofDocument('designMode') === 'on') return true;
  // Not `isContentEditable`, which makes the browser work out styles first.
  const region = closest(element, '[contenteditable]');
  return region !== null && attributeOf(region, 'contenteditable')?.toLowerCase() !== 'false';
}
