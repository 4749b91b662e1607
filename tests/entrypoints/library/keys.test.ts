// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listenForKeys } from '../../../entrypoints/library/keys.ts';

let end: AbortController;
const onSearch = vi.fn();
const onHelp = vi.fn();
const onOriginal = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  end = new AbortController();
  document.body.innerHTML = `
    <input id="field"><button id="button"></button><div id="editor" contenteditable="true"></div>
    <main><ol>
      <li><a id="first" data-item href="#1"></a><a id="original" target="_blank" href="#o"></a></li>
      <li><a id="second" data-item href="#2"></a></li>
    </ol></main>
    <dialog open><button id="inside"></button></dialog>`;
  document.getElementById('original')?.addEventListener('click', (event) => {
    event.preventDefault();
    onOriginal();
  });
  listen(true);
});
afterEach(() => end.abort());

function listen(letterKeys: boolean): void {
  end.abort();
  end = new AbortController();
  listenForKeys({ page: document, onSearch, onHelp, letterKeys }, end.signal);
}

/** Presses a key where the focus is; true where the page took it. */
function press(key: string, how: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...how });
  (document.activeElement ?? document.body).dispatchEvent(event);
  return event.defaultPrevented;
}
const focus = (id: string) => document.getElementById(id)?.focus();
const focused = () => document.activeElement?.id;

test('j and k move among what was found, from anywhere, and from the first back to the search', () => {
  focus('button');
  expect(press('j')).toBe(true);
  expect(focused()).toBe('first');
  press('j');
  expect(focused()).toBe('second');
  expect(press('j')).toBe(false);
  press('k');
  expect(focused()).toBe('first');
  press('k');
  expect(onSearch).toHaveBeenCalledTimes(1);
});

test('where single keys are switched off they do nothing, and all others what they did', () => {
  listen(false);
  focus('second');
  for (const key of ['j', 'k', 'n', 'o', '/']) expect(press(key)).toBe(false);
  expect(press('?', { shiftKey: true })).toBe(false);
  expect([onSearch, onHelp, onOriginal].flatMap(({ mock }) => mock.calls)).toEqual([]);
  press('ArrowUp');
  expect(focused()).toBe('first');
  press('ArrowDown');
  expect(focused()).toBe('second');
  press('Escape');
  press('k', { ctrlKey: true });
  expect(onSearch).toHaveBeenCalledTimes(2);
});

test('who has scrolled begins at what is in view', () => {
  const first = document.getElementById('first');
  if (first !== null) first.getBoundingClientRect = () => new DOMRect(0, -20, 10, 10);
  focus('button');
  press('j');
  expect(focused()).toBe('second');
});

test('arrows do so only there, for elsewhere they scroll', () => {
  focus('button');
  expect(press('ArrowDown')).toBe(false);
  focus('first');
  expect(press('ArrowDown')).toBe(true);
  expect(focused()).toBe('second');
  expect(press('ArrowUp')).toBe(true);
  expect(focused()).toBe('first');
});

test('o opens the original, where there is one', () => {
  focus('first');
  expect(press('o')).toBe(true);
  focus('second');
  expect(press('o')).toBe(false);
  focus('button');
  expect(press('o')).toBe(false);
  expect(onOriginal).toHaveBeenCalledTimes(1);
});

test.each([
  ['/', {}],
  ['k', { ctrlKey: true }],
  ['K', { metaKey: true }],
])('%s %o leads to the search', (key, how) => {
  focus('button');
  expect(press(key, how)).toBe(true);
  expect(onSearch).toHaveBeenCalledTimes(1);
});

test('Escape leads from what was found to the search, and nowhere from elsewhere', () => {
  focus('button');
  expect(press('Escape')).toBe(false);
  focus('second');
  expect(press('Escape')).toBe(true);
  expect(onSearch).toHaveBeenCalledTimes(1);
});

test('? shows what the keyboard does', () => {
  expect(press('?', { shiftKey: true })).toBe(true);
  expect(onHelp).toHaveBeenCalledTimes(1);
});

test.each(['field', 'editor'])('who types in a %s types letters, but Ctrl+K', (id) => {
  focus(id);
  for (const key of ['j', 'k', 'o', '/', '?', 'Escape', 'ArrowDown']) expect(press(key)).toBe(false);
  expect([onSearch, onHelp].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  expect(press('k', { ctrlKey: true })).toBe(true);
});

test.each<[string, KeyboardEventInit]>([
  ['j', { ctrlKey: true }],
  ['j', { altKey: true }],
  ['j', { shiftKey: true }],
  ['/', { metaKey: true }],
  ['k', { ctrlKey: true, shiftKey: true }],
  ['/', { isComposing: true }],
])('%s with %o is the browser’s', (key, how) => {
  focus('first');
  expect(press(key, how)).toBe(false);
});

test('a dialog keeps its keys', () => {
  focus('inside');
  expect(press('/')).toBe(false);
  expect(press('k', { ctrlKey: true })).toBe(false);
});

test('n begins a note at the one that has the focus, and is a letter in a field', () => {
  const onNote = vi.fn();
  const note = document.createElement('button');
  note.dataset.note = '';
  note.addEventListener('click', onNote);
  document.querySelector('#second')?.after(note);
  focus('field');
  expect(press('n')).toBe(false);
  focus('second');
  expect(press('n', { ctrlKey: true })).toBe(false);
  expect(onNote).not.toHaveBeenCalled();
  expect(press('n')).toBe(true);
  expect(onNote).toHaveBeenCalledTimes(1);
});
