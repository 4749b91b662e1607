import type { OwnElement } from '../../page/dom.ts';

/** What a reader does at the keyboard, and what tells the page about it where the card has no document of its own. */
const OF_THE_KEYBOARD = ['keydown', 'keypress', 'keyup', 'copy', 'cut', 'paste'] as const;
const FOCUSABLE = 'a[href],button,[tabindex="0"]';

interface Keys {
  readonly onEscape: () => void;
  /** Any key is pressed within the card. */
  readonly onUse: () => void;
}

/** Keeps the keyboard's events in the card, and its focus too: Tab goes round. */
export function guardKeys(root: ShadowRoot, { onEscape, onUse }: Keys): void {
  let isEscaping = false;
  root.addEventListener('keydown', (event) => {
    const { key, shiftKey } = event as KeyboardEvent;
    onUse();
    if (key === 'Tab' && goRound(root, shiftKey)) event.preventDefault();
    isEscaping ||= key === 'Escape';
  });
  // When it is let go: with the focus back in the page, the page would hear that.
  root.addEventListener('keyup', (event) => {
    if (!isEscaping || (event as KeyboardEvent).key !== 'Escape') return;
    isEscaping = false;
    onEscape();
  });
  for (const name of OF_THE_KEYBOARD) root.addEventListener(name, (event) => event.stopPropagation());
}

/** Puts the focus on the other end where it is at one; otherwise the browser moves it. */
function goRound(root: ShadowRoot, isBackwards: boolean): boolean {
  const all = [...root.querySelectorAll<OwnElement>(FOCUSABLE)];
  const [first, last] = [all[0], all.at(-1)];
  const isAtEnd = root.activeElement === (isBackwards ? first : last) || root.activeElement === null;
  if (isAtEnd) (isBackwards ? last : first)?.focus();
  return isAtEnd;
}
