import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Menus } from 'webextension-polyfill';
import { PENDING_BEARING_KEY } from '../../../core/protocol/pending-bearing.ts';
import { PENDING_KEY } from '../../../core/protocol/pending-question.ts';
import { type MenuNeeds, startMenu } from '../../../entrypoints/background/menu.ts';
import { createEvent, createFakeBrowser, senderOf } from './fake-browser.ts';

const NOW = 1_795_899_240_000;
const LINK = 'https://a.example/';
const TAB = { ...senderOf(7).tab, windowId: 3 };

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** A browser of one kind, what it opened, and a reader who clicks. */
function start({ isFirefox = false, opensPopups = true, opensPanels = true, sidePanelOf = -1, stored = {} } = {}) {
  vi.stubEnv('FIREFOX', isFirefox ? 'true' : '');
  const { browser, session } = createFakeBrowser();
  Object.assign(session, stored);
  const opened: unknown[] = [];
  const items: Menus.CreateCreatePropertiesType[] = [];
  const renamed: unknown[] = [];
  const clicked = createEvent<[Menus.OnClickData, typeof TAB?]>();
  const needs: MenuNeeds = {
    browser: {
      ...browser,
      action: {
        openPopup: async () => {
          if (!opensPopups) throw new Error('no window is in front');
          opened.push('popup', ...(PENDING_KEY in session ? ['with the question'] : []));
        },
      },
      contextMenus: {
        create: (item) => {
          items.push(item);
          return item.id ?? '';
        },
        update: async (id, { title }) => void renamed.push([id, title]),
        onClicked: clicked.event as Menus.Static['onClicked'],
      },
      runtime: { getURL: (path) => `extension:/${path}` },
      windows: { create: async (of) => opened.push(of?.url) as never },
    },
    isSidePanelOpen: (windowId) => windowId === sidePanelOf,
    isTakenBySidePanel: async () => sidePanelOf !== -1,
    openSidePanel: async (windowId) => {
      if (!opensPanels) throw new Error('no click');
      opened.push(`panel ${windowId}`);
    },
    translate: (key) => key,
  };
  const rename = startMenu(needs);
  const click = (menuItemId = 'ask-about-link', tab: typeof TAB | undefined = TAB) =>
    clicked.tell({ menuItemId, modifiers: [], editable: false, linkUrl: LINK, linkText: 'A' }, tab);
  const choose = (menuItemId: string, selectionText?: string) =>
    clicked.tell({ menuItemId, modifiers: [], editable: false, ...(selectionText && { selectionText }) }, TAB);
  return { session, opened, items, renamed, rename, click, choose, needs };
}

const settle = () => vi.advanceTimersByTimeAsync(0);
const question = { asked: LINK, linkText: 'A', windowId: 3, time: NOW };

test('links, pages and what is selected have an item each', () => {
  const documentUrlPatterns = ['http://*/*', 'https://*/*'];
  expect(start().items).toEqual([
    { id: 'ask-about-link', title: 'menu_link', contexts: ['link'] },
    { id: 'look-for-bearing', title: 'menu_bearing', contexts: ['page'], documentUrlPatterns },
    { id: 'use-as-evidence', title: 'menu_evidence', contexts: ['selection'], documentUrlPatterns },
  ]);
});

test('the items are named anew where another language is spoken', () => {
  const { rename, renamed } = start();
  rename();
  expect(renamed).toEqual([
    ['ask-about-link', 'menu_link'],
    ['look-for-bearing', 'menu_bearing'],
    ['use-as-evidence', 'menu_evidence'],
  ]);
});

describe.each([
  ['look-for-bearing', undefined, null],
  ['use-as-evidence', 'We accept this.', 'We accept this.'],
])('%s', (item, selectionText, selected) => {
  const pending = { tabId: 7, windowId: 3, selected, time: NOW };

  test('is answered in the side panel, which opens while the click lasts', async () => {
    const { choose, session, opened } = start();
    choose(item, selectionText);
    expect(opened).toEqual(['panel 3']);
    await settle();
    expect(session).toEqual({ [PENDING_BEARING_KEY]: pending });
  });

  test('is answered in the popup where no side panel opens, and else in a window', async () => {
    const popup = start({ opensPanels: false });
    popup.choose(item, selectionText);
    await settle();
    expect(popup.opened).toEqual(['popup']);
    const window = start({ opensPanels: false, opensPopups: false });
    window.choose(item, selectionText);
    await settle();
    expect(window.opened).toEqual(['extension:/popup.html?tab=7']);
  });

  test('is dropped when nobody took it', async () => {
    const { choose, session } = start();
    choose(item, selectionText);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(session).toHaveProperty(PENDING_BEARING_KEY);
    await vi.advanceTimersByTimeAsync(1);
    expect(session).toEqual({});
  });
});

test('a browser without such menus is left alone', () => {
  const { needs } = start();
  const { contextMenus: _, ...browser } = needs.browser;
  expect(() => startMenu({ ...needs, browser })).not.toThrow();
});

test('Chrome’s popup opens when the question is there for it to take', async () => {
  const { click, session, opened } = start();
  click();
  await settle();
  expect(session).toEqual({ [PENDING_KEY]: question });
  expect(opened).toEqual(['popup', 'with the question']);
});

test('Firefox’s popup opens while the click lasts', async () => {
  const { click, session, opened } = start({ isFirefox: true });
  click();
  expect(opened[0]).toBe('popup');
  await settle();
  expect(session).toEqual({ [PENDING_KEY]: question });
});

test.each([
  ['Chrome', false],
  ['Firefox', true],
])('in %s no popup opens where the side panel answers', async (_, isFirefox) => {
  const { click, session, opened } = start({ isFirefox, sidePanelOf: 3 });
  click();
  await settle();
  expect(session).toEqual({ [PENDING_KEY]: question });
  expect(opened).toEqual([]);
});

test('in Firefox the side panel of another window does not answer', async () => {
  const { click, opened } = start({ isFirefox: true, sidePanelOf: 4 });
  click();
  await settle();
  expect(opened[0]).toBe('popup');
});

test.each([
  ['Chrome', false],
  ['Firefox', true],
])('where %s opens no popup, a window of its own answers for the tab', async (_, isFirefox) => {
  const { click, opened } = start({ isFirefox, opensPopups: false });
  click();
  await settle();
  expect(opened).toEqual(['extension:/popup.html?tab=7']);
});

test('a click outside any tab is answered too', async () => {
  const { session, opened, needs } = start({ opensPopups: false });
  const clicked = createEvent<[Menus.OnClickData]>();
  const onClicked = clicked.event as Menus.Static['onClicked'];
  startMenu({
    ...needs,
    browser: {
      ...needs.browser,
      contextMenus: { ...needs.browser.contextMenus, create: () => '', update: async () => {}, onClicked },
    },
  });
  clicked.tell({ menuItemId: 'ask-about-link', modifiers: [], editable: false });
  await settle();
  expect(session).toEqual({ [PENDING_KEY]: { asked: '', linkText: '', windowId: -1, time: NOW } });
  expect(opened).toEqual(['extension:/popup.html?tab=-1']);
});

test('an item of others asks nothing', async () => {
  const { click, session, opened } = start();
  click('another');
  await settle();
  expect([session, opened]).toEqual([{}, []]);
});

test('a question that nobody took is dropped when it is old, and not before', async () => {
  const { click, session } = start();
  click();
  await vi.advanceTimersByTimeAsync(9_999);
  expect(session).toHaveProperty(PENDING_KEY);
  await vi.advanceTimersByTimeAsync(1);
  expect(session).toEqual({});
});

test('what an earlier background left is dropped at the start, where it is old', async () => {
  const old = start({ stored: { [PENDING_KEY]: { ...question, time: NOW - 10_000 } } });
  const fresh = start({ stored: { [PENDING_KEY]: question } });
  await settle();
  expect(old.session).toEqual({});
  expect(fresh.session).toEqual({ [PENDING_KEY]: question });
});
