// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { LoggedRequest } from '../../core/network/logged-request.ts';
import { type Log, Requests } from '../../entrypoints/requests/requests.tsx';
import { findFaults } from './find-faults.ts';
import { clear, showInEnglish } from './in-english.tsx';

afterEach(clear);

const AT = new Date(2026, 10, 23, 12, 0, 1).getTime();
const first: LoggedRequest = {
  host: 'public.api.bsky.app',
  what: 'app.bsky.actor.getProfile',
  purpose: 'refresh',
  at: AT,
  outcome: 'answered',
  status: 200,
  bytes: 12345,
};
const second: LoggedRequest = {
  ...first,
  what: '<b>x</b>',
  purpose: 'accounts',
  at: AT + 1000,
  outcome: 'timed-out',
  status: null,
  bytes: 0,
};

const show = (log: Log, onClear = async () => {}) =>
  showInEnglish(
    <main>
      <Requests log={log} onClear={onClear} />
    </main>,
  );
const press = (root: HTMLElement) =>
  act(async () => {
    root.querySelector('button')?.click();
    await new Promise((resolve) => setTimeout(resolve));
  });
const rows = (root: HTMLElement) =>
  [...root.querySelectorAll('tbody tr')].map((row) => [...row.children].map(({ textContent }) => textContent));

test('the newest is first, with all that is kept of it, as it is', async () => {
  const root = await show([first, second]);
  expect([...root.querySelectorAll('th')].map(({ textContent }) => textContent)).toEqual([
    'When',
    'Who was asked',
    'What for',
    'Bytes',
    'Answer',
  ]);
  expect(rows(root)).toEqual([
    ['Nov 23, 2026, 12:00:02 PM', 'public.api.bsky.app', 'Add accounts<b>x</b>', '0', 'No answer in time'],
    [
      'Nov 23, 2026, 12:00:01 PM',
      'public.api.bsky.app',
      'Bring up to dateapp.bsky.actor.getProfile',
      '12,345',
      'Answered (200)',
    ],
  ]);
  expect(await findFaults(document.body)).toEqual([]);
});

test('what is sent meanwhile comes to be the first', async () => {
  await show([first]);
  const root = await show([first, second]);
  expect(rows(root)).toHaveLength(2);
  expect(rows(root)[0]?.[4]).toBe('No answer in time');
});

test.each<[Log, RegExp]>([
  [[], /IfG Gloss asks nobody anything until you switch that on/],
  [null, /The list could not be loaded/],
  ['waiting', /^What was asked of whomThe latest 200 requests.*accounts\. Accounts in the library$/],
])('without a list that is said, and there is nothing to clear', async (log, words) => {
  const root = await show(log);
  expect(root.textContent).toMatch(words);
  expect(root.querySelector('table, button')).toBeNull();
  expect(await findFaults(document.body)).toEqual([]);
});

test('it can be cleared, which is told, and the focus is not lost', async () => {
  const onClear = vi.fn(async () => {});
  const root = await show([first], onClear);
  await press(root);
  expect(onClear).toHaveBeenCalledTimes(1);
  expect(document.activeElement).toBe(root.querySelector('h1'));
  expect(root.querySelector('[role=status]')?.textContent).toBe('The list is empty.');
});

test('that it could not be cleared is told', async () => {
  const root = await show([first], () => Promise.reject(new Error('full')));
  await press(root);
  expect(root.querySelector('[role=status]')?.textContent).toMatch(/^Not saved/);
});
