// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { beginNote } from '../../components/begin-note.ts';

const begun = vi.fn();

beforeEach(() => {
  begun.mockClear();
  document.body.innerHTML = `
    <main><article class="view-article"><button id="view" data-note></button>
      <ol><li id="one"><a id="link" href="#"></a><button id="first" data-note></button></li>
      <li class="post-itself"><button id="itself" data-note></button></li></ol></article></main>`;
  document.addEventListener('click', ({ target }) => begun((target as Element).id), { once: true });
});

const begin = (focused: string | null) =>
  beginNote(document, focused === null ? null : document.getElementById(focused));

test('a note is begun at what has the focus', () => {
  expect(begin('link')).toBe(true);
  expect(begun).toHaveBeenCalledExactlyOnceWith('first');
});

test('else at the post that is shown, or at the view itself', () => {
  begin(null);
  expect(begun).toHaveBeenLastCalledWith('itself');
  document.querySelector('.post-itself')?.remove();
  document.addEventListener('click', ({ target }) => begun((target as Element).id), { once: true });
  begin('view');
  expect(begun).toHaveBeenLastCalledWith('view');
});

test('where a list is shown and nothing in it has the focus, none is begun', () => {
  document.body.innerHTML = '<main><ol><li><button data-note></button></li></ol></main>';
  expect(begin(null)).toBe(false);
});
