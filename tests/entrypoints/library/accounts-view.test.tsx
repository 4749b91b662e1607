// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { NOTHING_SAVED, type Saving } from '../../../components/saving-notice.tsx';
import { AccountsView } from '../../../entrypoints/library/accounts/accounts-view.tsx';
import { none, plain, some } from '../../components/accounts/states.ts';
import { findFaults } from '../../components/find-faults.ts';
import { clear, showInEnglish } from '../../components/in-english.tsx';

afterEach(clear);

/** The view over accounts of which it can be told that they have changed. */
async function show(kept = 0, named = '') {
  const listeners = new Set<() => void>();
  let [state, saving]: [typeof some, Saving] = [some, NOTHING_SAVED];
  const accounts = {
    read: () => ({ ...plain, state }),
    readSaving: () => saving,
    listen: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const root = await showInEnglish(
    <main>
      <AccountsView accounts={accounts} named={named} readKept={async () => ({ posts: [], total: kept })} />
    </main>,
  );
  const change = (next: typeof state, saved: Saving) =>
    act(() => {
      [state, saving] = [next, saved];
      for (const listener of listeners) listener();
    });
  return { root, listeners, change };
}

test('the view is called what it is, without a fault', async () => {
  const { root } = await show();
  expect(root.querySelector('h1')?.textContent).toBe('Accounts');
  expect(document.title).toBe('Accounts · IfG Gloss');
  expect(await findFaults(document.body)).toEqual([]);
});

test('it shows what has changed, and how a saving went, until it is left', async () => {
  const { root, listeners, change } = await show();
  expect(root.textContent).toContain('Ana Example');
  expect(root.querySelector('.saving')?.textContent).toBe('');
  await change(none, { count: 1, hasFailed: false });
  expect(root.textContent).not.toContain('Ana Example');
  expect(root.querySelector('.saving')?.textContent).toBe('Saved');
  await clear();
  expect(listeners.size).toBe(0);
});

test('posts that are kept by themselves have a row that leads to them, and none where there are none', async () => {
  const { root } = await show(3);
  await act(() => new Promise<void>((resolve) => setTimeout(resolve)));
  const [row] = [...root.querySelectorAll('.accounts-items > li')].slice(-1);
  expect(row?.querySelector('h3')?.textContent).toBe('Kept posts');
  expect(row?.textContent).toContain('3 posts, kept one by one.');
  expect(row?.querySelector('a')?.getAttribute('href')).toBe('/library.html?view=kept');
  expect(await findFaults(document.body)).toEqual([]);
  await clear();
  const { root: none } = await show(0);
  await act(() => new Promise<void>((resolve) => setTimeout(resolve)));
  expect(none.textContent).not.toContain('Kept posts');
});

test('an account that was named elsewhere stands in the field, which has the focus; nothing is asked yet', async () => {
  const { root } = await show(0, 'ada.example');
  const field = root.querySelector<HTMLInputElement>('#accounts-add-field');
  expect(field?.value).toBe('ada.example');
  expect(document.activeElement).toBe(field);
  expect(root.querySelector('.accounts-preview')).toBeNull();
});
