import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isLetInto, watchAccess } from '../../../entrypoints/background/access.ts';
import { createFakeBrowser, type FakeTab, senderOf } from './fake-browser.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function isLetIn(all: boolean, tab: FakeTab, sender = senderOf(1)): Promise<boolean> {
  const { browser } = createFakeBrowser(new Map([[1, tab]]));
  const answer = isLetInto({ browser, readAccess: async () => ({ all, here: all }) }, sender);
  await vi.runAllTimersAsync();
  return answer;
}

test.each<[string, boolean, FakeTab, boolean]>([
  ['everywhere, no page is looked into', true, { state: 'closed' }, true],
  ['somewhere, a page that may be looked into is one of those', false, {}, true],
  ['somewhere, a page that may not is none', false, { state: 'closed' }, false],
  ['at a click, a page that waits for it is none', false, { state: 'busy' }, false],
])('where the extension is let in %s', async (_, all, tab, expected) => {
  expect(await isLetIn(all, tab)).toBe(expected);
});

test('who asks from no tab is not let in', async () => {
  expect(await isLetIn(false, {}, {})).toBe(false);
});

test('it is the frame that asks which is looked into', async () => {
  const targets: unknown[] = [];
  const { browser } = createFakeBrowser();
  const scripting = {
    executeScript: async ({ target }: { target: object }) => {
      targets.push(target);
      return [];
    },
  };
  const readAccess = async () => ({ all: false, here: false });
  await isLetInto({ browser: { ...browser, scripting }, readAccess }, senderOf(1, '', 7));
  expect(targets).toEqual([{ tabId: 1, frameIds: [7] }]);
});

test('what is given and what is taken are told apart', () => {
  const { browser, given, taken } = createFakeBrowser();
  const onGiven = vi.fn();
  const onTaken = vi.fn();
  watchAccess({ browser, readAccess: async () => ({ all: false, here: false }) }, onGiven, onTaken);
  given.tell();
  expect([onGiven.mock.calls.length, onTaken.mock.calls.length]).toEqual([1, 0]);
  taken.tell();
  expect([onGiven.mock.calls.length, onTaken.mock.calls.length]).toEqual([1, 1]);
});

test('a browser that tells of neither is not listened to', () => {
  const { browser } = createFakeBrowser();
  const needs = { browser: { ...browser, permissions: {} }, readAccess: async () => ({ all: true, here: true }) };
  expect(() => watchAccess(needs, vi.fn(), vi.fn())).not.toThrow();
});
