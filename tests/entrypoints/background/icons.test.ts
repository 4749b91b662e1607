import { expect, test, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { defaultSettings, type Settings } from '../../../core/settings.ts';
import { createIcons, type IconNeeds } from '../../../entrypoints/background/icons.ts';

const OFF_SITE = 'https://off.example/page';
const settingsOff: Settings = { ...defaultSettings, sitesOff: ['off.example'] };
const marksOff: Settings = { ...defaultSettings, marks: false };

/** A stand-in for the browser: two tabs, and the icon of all and of each; a tab without one shows the one of all. */
function createBrowser(settings = defaultSettings) {
  const icons = new Map<number | 'all', { isOn?: boolean; title?: string }>();
  const watched: number[] = [];
  const addresses = new Map([
    [1, OFF_SITE],
    [2, 'https://on.example/'],
  ]);
  const tabs = () => Array.from(addresses, ([id, url]) => ({ ...BARE_TAB, id, url }));
  /** What happens as soon as an icon has changed. */
  const then = { go: () => {} };
  const closed = new Set<number>();
  const keep = (tabId: number | undefined, shown: object) => {
    if (tabId !== undefined && closed.has(tabId)) throw new Error('no tab');
    icons.set(tabId ?? 'all', { ...icons.get(tabId ?? 'all'), ...shown });
  };
  const needs: IconNeeds = {
    browser: {
      tabs: {
        query: async () => tabs(),
        async get(tabId) {
          const found = tabs().find(({ id }) => id === tabId);
          if (found === undefined) throw new Error('no tab');
          return found;
        },
      },
      action: {
        setIcon: async ({ tabId, path }) => keep(tabId, { isOn: !JSON.stringify(path).includes('off-') }),
        async setTitle({ tabId, title }) {
          keep(tabId, { title: title ?? '' });
          then.go();
        },
      },
      scripting: {
        getRegisteredContentScripts: async () => [],
        registerContentScripts: async () => {},
        unregisterContentScripts: async () => {},
        executeScript: async ({ target }) => {
          watched.push(target.tabId);
          return [];
        },
      },
    },
    readSettings: async () => settings,
    translate: (key) => key,
  };
  const shown = (tabId: number) => (icons.get(tabId) ?? icons.get('all'))?.isOn;
  return { icons, addresses, then, watched, closed, shown, ...createIcons(needs), needs };
}

const BARE_TAB = { index: 0, highlighted: false, active: false, pinned: false, incognito: false };
const sender = (id: number, url: string): Runtime.MessageSender => ({ tab: { ...BARE_TAB, id, url } });

test('where a site is switched off, the icons of its tabs alone are grey, and say so', async () => {
  const { icons, shown, startIcons } = createBrowser(settingsOff);
  await startIcons();
  expect([shown(1), shown(2)]).toEqual([false, true]);
  expect(icons.get(1)?.title).toBe('action_title_off');
  expect(icons.get('all')?.title).toBe('extension_name');
});

test.each([
  ['as the settings change', (browser: ReturnType<typeof createBrowser>) => browser.startIcons()],
  [
    'as a page tells of itself',
    (browser: ReturnType<typeof createBrowser>) => browser.showSiteOff(sender(1, OFF_SITE)),
  ],
])('a tab that goes to another site %s is not grey there', async (_, change) => {
  const browser = createBrowser(settingsOff);
  browser.then.go = () => void browser.addresses.set(1, 'https://on.example/');
  await change(browser);
  expect(browser.shown(1)).toBe(true);
  expect(browser.icons.get(1)?.title).toBe('extension_name');
});

test('a page that was open when its site was switched off tells of itself from then on', async () => {
  const { watched, startIcons } = createBrowser(settingsOff);
  await startIcons();
  expect(watched).toEqual([1]);
});

test('where all marks are switched off, no page needs to tell of itself', async () => {
  const { watched, startIcons } = createBrowser(marksOff);
  await startIcons();
  expect(watched).toEqual([]);
});

test('where marks are switched off, all icons are grey', async () => {
  const { shown, startIcons } = createBrowser(marksOff);
  await startIcons();
  expect([shown(1), shown(2)]).toEqual([false, false]);
});

test('the newest settings win, however slow the browser is with those before', async () => {
  const { shown, changeIcons, needs } = createBrowser();
  const quick = needs.browser.tabs.query;
  let answer = () => {};
  const waiting = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let calls = 0;
  Object.assign(needs.browser.tabs, {
    query: async () => {
      calls += 1;
      if (calls === 1) await waiting;
      return quick({});
    },
  });
  changeIcons(defaultSettings, settingsOff);
  changeIcons(settingsOff, defaultSettings);
  await new Promise((resolve) => setTimeout(resolve));
  answer();
  await vi.waitFor(() => expect(calls).toBe(2));
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(shown(1)).toBe(true);
});

test('a tab that is closed meanwhile keeps no other from its icon, now and at the next change', async () => {
  const { shown, closed, changeIcons } = createBrowser();
  closed.add(1);
  changeIcons(defaultSettings, marksOff);
  await vi.waitFor(() => expect(shown(2)).toBe(false));
  changeIcons(marksOff, defaultSettings);
  await vi.waitFor(() => expect(shown(2)).toBe(true));
});

test.each([
  ['is switched off gets a grey icon', OFF_SITE, false],
  ['is not switched off keeps the one of all', 'https://on.example/', undefined],
])('a tab that opens a page of a site that %s', async (_, url, expected) => {
  const { shown, showSiteOff } = createBrowser(settingsOff);
  expect(await showSiteOff(sender(3, url))).toBe(true);
  expect(shown(3)).toBe(expected);
});
