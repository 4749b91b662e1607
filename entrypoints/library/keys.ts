import { beginNote } from '../../components/begin-note.ts';
import { isField } from '../../components/is-field.ts';

/** What a key asks of the page. */
export type KeyAction = 'search' | 'next' | 'previous' | 'original' | 'note' | 'back' | 'help';

/** Selects what the keyboard moves among: the link of each item of the lists of a view. */
const ITEMS = 'main a[data-item]';

interface KeyDoors {
  readonly page: Document;
  readonly onSearch: () => void;
  readonly onHelp: () => void;
  /** Whether letters and signs that are pressed alone do something. */
  readonly letterKeys: boolean;
}

/** Hears the page's own keys, until the signal aborts. */
export function listenForKeys({ page, onSearch, onHelp, letterKeys }: KeyDoors, signal?: AbortSignal): void {
  const act = (action: KeyAction): boolean => {
    switch (action) {
      case 'search':
      case 'back':
        onSearch();
        return true;
      case 'help':
        onHelp();
        return true;
      case 'next':
        return step(page, 1, onSearch);
      case 'previous':
        return step(page, -1, onSearch);
      case 'original':
        return openOriginal(page);
      case 'note':
        return beginNote(page, page.activeElement);
    }
  };
  const listener = (event: KeyboardEvent) => {
    const action = readKey(event, letterKeys);
    if (action !== null && act(action)) event.preventDefault();
  };
  page.addEventListener('keydown', listener, signal === undefined ? {} : { signal });
}

/** What a key asks; null where it is the browser's, or belongs to a field or a dialog. */
function readKey(event: KeyboardEvent, letterKeys: boolean): KeyAction | null {
  const { key, target, defaultPrevented, isComposing, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (defaultPrevented || isComposing || isInDialog(target)) return null;
  if (key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey) return 'search';
  if (ctrlKey || metaKey || altKey || isField(target)) return null;
  const letter = letterKeys ? readLetter(event) : null;
  if (letter !== null) return letter === 'original' && !isItem(target) ? null : letter;
  if (shiftKey || !isItem(target)) return null;
  if (key === 'ArrowDown') return 'next';
  if (key === 'ArrowUp') return 'previous';
  return key === 'Escape' ? 'back' : null;
}

/** What a key asks that a reader may press by mistake, or say to the machine: each is a letter or a sign of a text. */
function readLetter({ key, shiftKey }: KeyboardEvent): KeyAction | null {
  if (key === '/') return 'search';
  if (key === '?') return 'help';
  if (shiftKey) return null;
  switch (key) {
    case 'j':
      return 'next';
    case 'k':
      return 'previous';
    case 'n':
      return 'note';
    case 'o':
      return 'original';
    default:
      return null;
  }
}

/** Moves to the item after or before the one that has the focus, or to the first in view, and from the first up; false where there is none. */
function step(page: Document, by: 1 | -1, onTop: () => void): boolean {
  const items: Element[] = [...page.querySelectorAll(ITEMS)];
  const at = page.activeElement === null ? -1 : items.indexOf(page.activeElement);
  if (at === 0 && by === -1) {
    onTop();
    return true;
  }
  const next = at === -1 ? (items.find(isInView) ?? items[0]) : items[at + by];
  if (!(next instanceof HTMLElement)) return false;
  next.focus({ preventScroll: true });
  (next.closest('li') ?? next).scrollIntoView({ block: 'nearest' });
  return true;
}

function isInView(item: Element): boolean {
  return item.getBoundingClientRect().top >= 0;
}

function openOriginal(page: Document): boolean {
  const link = page.activeElement?.closest('li')?.querySelector<HTMLElement>('a[target=_blank]');
  link?.click();
  return link != null;
}

function isItem(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(ITEMS);
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog[open]') !== null;
}
