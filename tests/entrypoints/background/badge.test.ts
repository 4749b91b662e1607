import { beforeEach, expect, test, vi } from 'vitest';
import { type Badges, createBadges } from '../../../entrypoints/background/badge.ts';
import { createFakeBrowser, type FakeFrame, senderOf } from './fake-browser.ts';

/** One tab, what it shows, and what its badge says. */
let browser: ReturnType<typeof createFakeBrowser>;
let badges: Badges;

const KEPT = 'tab:1';
const badge = () => browser.badges.get(1);
const show = (...frames: FakeFrame[]) => browser.tabs.set(1, { frames });

beforeEach(() => {
  browser = createFakeBrowser();
  badges = createBadges(browser.browser);
  show({ start: 100 });
});

const sender = (frameId = 0, documentId?: string) => senderOf(1, '', frameId, documentId);
const report = (documentStart: number, posts: readonly string[], from = sender()) =>
  badges.countOnBadge(from, documentStart, Promise.resolve(posts));

test('reports count in the order in which they come, however long each takes to be read', async () => {
  let answer = (_: readonly string[]) => {};
  const slow = badges.countOnBadge(sender(), 100, new Promise((resolve) => (answer = resolve)));
  const quick = report(100, ['a']);
  answer(['a', 'b']);
  await Promise.all([slow, quick]);
  expect(badge()).toBe('1');
});

test('a clock that is set back changes nothing', async () => {
  await report(100, ['a', 'b']);
  show({ start: 50 });
  await report(50, ['c']);
  expect(badge()).toBe('1');
  await report(50, []);
  expect(badge()).toBe('');
});

test('a late report of a page that is left counts for nothing, and takes nothing of the next', async () => {
  show({ documentId: 'next', start: 200 });
  await report(200, ['c'], sender(0, 'next'));
  await report(100, ['a', 'b'], sender(0, 'left'));
  expect(badge()).toBe('1');
  // Chrome gives a page that it keeps another number.
  await report(100, [], sender(4, 'left'));
  expect(badge()).toBe('1');
});

test('a frame that goes without a word is forgotten at the next report', async () => {
  show({ start: 100 }, { frameId: 7, start: 101 });
  await report(100, ['a']);
  await report(101, ['b'], sender(7));
  expect(badge()).toBe('2');
  show({ start: 100 });
  await report(100, ['a', 'c']);
  expect(badge()).toBe('2');
  expect(browser.session[KEPT]).toEqual({ '0 100': ['a', 'c'] });
});

test('of a page that does not answer, what it reported counts', async () => {
  browser.tabs.set(1, { state: 'busy' });
  await report(100, ['a']);
  expect(badge()).toBe('1');
});

test('a report that cannot be read stops none after it', async () => {
  const failing = badges.countOnBadge(sender(), 100, Promise.reject(new Error('no library')));
  await expect(failing).rejects.toThrow('no library');
  await report(100, ['a']);
  expect(badge()).toBe('1');
});

test('nothing is kept of tabs that are closed: at once, after a late report, and where nobody told', async () => {
  badges.startBadges();
  await report(100, ['a']);
  expect(browser.session).toHaveProperty(KEPT);
  browser.tabs.delete(1);
  const late = report(100, ['a']);
  browser.removed.tell(1);
  await late;
  await vi.waitFor(() => expect(browser.session).toEqual({}));
  Object.assign(browser.session, { [KEPT]: {}, 'tab:2': {}, started: true });
  show({ start: 100 });
  badges.startBadges();
  await vi.waitFor(() => expect(browser.session).toEqual({ [KEPT]: {}, started: true }));
});

test.each([
  [0, ''],
  [1, '1'],
  [999, '999'],
  [1000, '999+'],
])('%i posts are shown as “%s”', async (posts, shown) => {
  await report(100, ['a']);
  await report(
    100,
    Array.from({ length: posts }, (_, number) => String(number)),
  );
  expect(badge()).toBe(shown);
});

test('what a report on its way keeps of a tab that is closed meanwhile is forgotten after it', async () => {
  badges.startBadges();
  let answer = (_: readonly string[]) => {};
  const slow = badges.countOnBadge(sender(), 100, new Promise((resolve) => (answer = resolve)));
  // The browser still tells of the tab's documents when it has told that the tab is closed.
  browser.removed.tell(1);
  answer(['a']);
  await slow;
  await vi.waitFor(() => expect(browser.session).toEqual({}));
});

test('of a tab that counts nothing any more nothing is kept', async () => {
  await report(100, ['a']);
  await report(100, []);
  expect(browser.session).toEqual({});
});

test('a post that several frames are about counts once', async () => {
  show({ start: 100 }, { frameId: 7, start: 101 });
  await report(100, ['a', 'b']);
  await report(101, ['b', 'c'], sender(7));
  expect(badge()).toBe('3');
});

test('a report of nothing, where nothing was counted, does not touch the badge', async () => {
  await report(100, []);
  expect(browser.badges.size).toBe(0);
  expect(browser.session).toEqual({});
});

test('who asks from no tab has no badge', async () => {
  await badges.countOnBadge({}, 100, Promise.resolve(['a']));
  expect(browser.badges.size).toBe(0);
});

test('the text has a colour of its own where the browser lets it', async () => {
  const colours: unknown[] = [];
  const setBadgeTextColor = async (of: object) => void colours.push(of);
  const action = { ...browser.browser.action, setBadgeTextColor };
  badges = createBadges({ ...browser.browser, action });
  await report(100, ['a']);
  expect(colours).toEqual([{ tabId: 1, color: '#ffffff' }]);
});
