import { beforeEach, expect, test, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';

/** A stand-in for the browser: one tab, what it shows, and what its badge says. */
const browser = vi.hoisted(() => ({
  stored: {} as Record<string, unknown>,
  frames: [] as { frameId: number; documentId?: string; result: number }[] | null,
  isOpen: true,
  badge: '',
  onRemoved: [] as ((tabId: number) => void)[],
}));

vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      session: {
        get: async (key: string | null) => (key === null ? browser.stored : { [key]: browser.stored[key] }),
        set: async (items: object) => void Object.assign(browser.stored, items),
        remove: async (keys: string | string[]) => {
          for (const key of [keys].flat()) delete browser.stored[key];
        },
      },
    },
    scripting: {
      executeScript: async () => {
        if (!browser.isOpen) throw new Error('no tab');
        return browser.frames ?? new Promise(() => {});
      },
    },
    tabs: {
      get: async () => {
        if (!browser.isOpen) throw new Error('no tab');
      },
      query: async () => (browser.isOpen ? [{ id: 1 }] : []),
      onRemoved: { addListener: (listener: (tabId: number) => void) => browser.onRemoved.push(listener) },
    },
    action: {
      setBadgeBackgroundColor: async () => {},
      setBadgeText: async ({ text }: { text: string }) => void Object.assign(browser, { badge: text }),
    },
  },
}));

const { countOnBadge, startBadges } = await import('../../../entrypoints/background/badge.ts');

beforeEach(() => {
  Object.assign(browser, { stored: {}, frames: [{ frameId: 0, result: 100 }], isOpen: true, badge: '', onRemoved: [] });
});

const sender = (frameId = 0, documentId?: string) => ({ tab: { id: 1 }, frameId, documentId }) as Runtime.MessageSender;
const report = (documentStart: number, posts: readonly string[], from = sender()) =>
  countOnBadge(from, documentStart, Promise.resolve(posts));
const KEPT = 'tab:1';

test('reports count in the order in which they come, however long each takes to be read', async () => {
  let answer = (_: readonly string[]) => {};
  const slow = countOnBadge(sender(), 100, new Promise((resolve) => (answer = resolve)));
  const quick = report(100, ['a']);
  answer(['a', 'b']);
  await Promise.all([slow, quick]);
  expect(browser.badge).toBe('1');
});

test('a clock that is set back changes nothing', async () => {
  await report(100, ['a', 'b']);
  browser.frames = [{ frameId: 0, result: 50 }];
  await report(50, ['c']);
  expect(browser.badge).toBe('1');
  await report(50, []);
  expect(browser.badge).toBe('');
});

test('a late report of a page that is left counts for nothing, and takes nothing of the next', async () => {
  browser.frames = [{ frameId: 0, documentId: 'next', result: 200 }];
  await report(200, ['c'], sender(0, 'next'));
  await report(100, ['a', 'b'], sender(0, 'left'));
  expect(browser.badge).toBe('1');
  // Chrome gives a page that it keeps another number.
  await report(100, [], sender(4, 'left'));
  expect(browser.badge).toBe('1');
});

test('a frame that goes without a word is forgotten at the next report', async () => {
  browser.frames = [
    { frameId: 0, result: 100 },
    { frameId: 7, result: 101 },
  ];
  await report(100, ['a']);
  await report(101, ['b'], sender(7));
  expect(browser.badge).toBe('2');
  browser.frames = [{ frameId: 0, result: 100 }];
  await report(100, ['a', 'c']);
  expect(browser.badge).toBe('2');
  expect(browser.stored[KEPT]).toEqual({ '0 100': ['a', 'c'] });
});

test('of a page that does not answer, what it reported counts', async () => {
  browser.frames = null;
  await report(100, ['a']);
  expect(browser.badge).toBe('1');
});

test('a report that cannot be read stops none after it', async () => {
  const failing = countOnBadge(sender(), 100, Promise.reject(new Error('no library')));
  await expect(failing).rejects.toThrow('no library');
  await report(100, ['a']);
  expect(browser.badge).toBe('1');
});

test('nothing is kept of tabs that are closed: at once, after a late report, and where nobody told', async () => {
  startBadges();
  await report(100, ['a']);
  expect(browser.stored).toHaveProperty(KEPT);
  browser.isOpen = false;
  const late = report(100, ['a']);
  for (const tell of browser.onRemoved) tell(1);
  await late;
  await vi.waitFor(() => expect(browser.stored).toEqual({}));
  browser.stored = { [KEPT]: {}, 'tab:2': {}, started: true };
  browser.isOpen = true;
  startBadges();
  await vi.waitFor(() => expect(browser.stored).toEqual({ [KEPT]: {}, started: true }));
});
