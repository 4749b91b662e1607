import { expect, test, vi } from 'vitest';
import type { LibraryRoute } from '../../core/library-route.ts';
import { type LibraryPageNeeds, openLibrary, showInTab } from '../../platform/library-page.ts';
import type { OwnTab } from '../../platform/own-tabs.ts';

const ACCOUNTS: LibraryRoute = { view: 'accounts' };
const LIBRARY: OwnTab = { tabId: 4, windowId: 1, address: 'own:/library.html?q=tax#main' };

/** A browser with tabs; `isHearing`: whether the page in them hears where it is to go. */
function start(tabs: readonly OwnTab[], { hasContexts = true, isHearing = true } = {}) {
  const did: unknown[] = [];
  const note =
    (name: string) =>
    async (...told: unknown[]) =>
      void did.push([name, ...told]);
  const browser = {
    runtime: {
      getURL: (path: string) => `own:/${path.replace(/^\//, '')}`,
      ...(hasContexts && {
        getContexts: async ({ contextTypes }: { contextTypes: string[] }) => {
          expect(contextTypes).toEqual(['TAB']);
          return tabs.map(({ address, ...tab }) => ({ ...tab, documentUrl: address }));
        },
      }),
    },
    tabs: {
      create: note('create'),
      query: async () =>
        hasContexts ? [] : tabs.map(({ tabId, windowId, address }) => ({ id: tabId, windowId, url: address })),
      update: note('update'),
      sendMessage: async (...told: unknown[]) => {
        did.push(['sendMessage', ...told]);
        if (!isHearing) throw new Error('nobody hears it');
        return true;
      },
    },
    windows: { update: note('focus') },
  };
  return { browser: browser as unknown as LibraryPageNeeds, did };
}

test.each([
  ['where none is open', []],
  ['where that of another window is', [{ ...LIBRARY, windowId: 2 }]],
  [
    'where other pages are',
    [
      { ...LIBRARY, address: 'own:/library.html.js' },
      { ...LIBRARY, address: 'own:/x' },
    ],
  ],
])('a new tab opens %s', async (_, tabs) => {
  for (const hasContexts of [true, false]) {
    const { browser, did } = start(tabs, { hasContexts });
    await openLibrary(browser, ACCOUNTS, 1);
    await openLibrary(browser, null, 1);
    expect(did).toEqual([
      ['create', { url: 'own:/library.html?view=accounts' }],
      ['create', { url: 'own:/library.html' }],
    ]);
  }
});

test.each([true, false])(
  'the one that is open goes there, and comes to the front (contexts: %j)',
  async (hasContexts) => {
    const { browser, did } = start([{ ...LIBRARY, tabId: 3, windowId: 2 }, LIBRARY], { hasContexts });
    await openLibrary(browser, ACCOUNTS, 1);
    expect(did).toEqual([
      ['sendMessage', 4, { name: 'goTo', request: { address: '/library.html?view=accounts' } }],
      ['update', 4, { active: true }],
      ['focus', 1, { focused: true }],
    ]);
  },
);

test('and stays where it is, where nothing is wanted of it', async () => {
  const { browser, did } = start([LIBRARY]);
  await openLibrary(browser, null, 1);
  expect(did).toEqual([
    ['update', 4, { active: true }],
    ['focus', 1, { focused: true }],
  ]);
});

test('one that does not hear yet is loaded there', async () => {
  const { browser, did } = start([LIBRARY], { isHearing: false });
  await openLibrary(browser, ACCOUNTS, 1);
  expect(did.slice(1)).toEqual([
    ['update', 4, { active: true, url: 'own:/library.html?view=accounts' }],
    ['focus', 1, { focused: true }],
  ]);
});

test('a library page that is the tab in front goes there itself, though another is open', async () => {
  const { browser, did } = start([{ ...LIBRARY, tabId: 3 }, LIBRARY]);
  vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ id: 4, windowId: 1 } as never]);
  await showInTab(browser, '/library.html?q=pay', 'currentTab');
  expect(did[0]).toEqual(['sendMessage', 4, { name: 'goTo', request: { address: '/library.html?q=pay' } }]);
  expect(did).toContainEqual(['update', 4, { active: true }]);
});

test('where there are no windows the tab comes to the front', async () => {
  const { browser, did } = start([LIBRARY]);
  const { runtime, tabs } = browser;
  await openLibrary({ runtime, tabs }, null, 1);
  expect(did).toEqual([['update', 4, { active: true }]]);
});
