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
async function show() {
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
      <AccountsView accounts={accounts} />
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
