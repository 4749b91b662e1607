import { afterEach, expect, test, vi } from 'vitest';
import { standInForBrowser, standInForStorage } from '../stand-in.ts';

afterEach(() => vi.unstubAllGlobals());

const FEED = 'text-page:a.example';

/** A browser in which this is switched on or not, and in which tabs are open; Chrome tells of these as contexts. */
async function start(isOn: boolean, open: readonly object[] = [], contexts?: readonly object[]) {
  const { api, stored } = standInForStorage();
  stored.network = { on: { refresh: isOn }, services: {} };
  const create = vi.fn(async () => ({}));
  const update = vi.fn(async () => ({}));
  const focus = vi.fn(async () => ({}));
  const getContexts = vi.fn(async () => contexts);
  const sendMessage = vi.fn(async ({ name }: { name: string }) =>
    name === 'readAccounts' ? { accounts: [], bundled: [{ id: FEED }] } : { ok: true, value: null },
  );
  standInForBrowser({
    storage: api,
    tabs: { create, update, query: async () => open },
    windows: { update: focus },
    runtime: {
      sendMessage,
      getURL: (path: string) => `own:/${path}`,
      ...(contexts !== undefined && { getContexts }),
    },
  });
  const { updateOrAsk } = await import('../../../platform/network/update-feed.ts');
  return { updateOrAsk, create, update, focus, sendMessage, getContexts };
}

const ADDRESS = 'own:/consent.html?purpose=refresh&feed=text-page%3Aa.example';

test('where it is switched on, the background is asked', async () => {
  const { updateOrAsk, create, sendMessage } = await start(true);
  expect(await updateOrAsk(FEED)).toEqual({ kind: 'under-way' });
  expect(sendMessage.mock.calls.map(([{ name }]) => name)).toEqual(['readAccounts', 'bringUpToDate']);
  expect(create).not.toHaveBeenCalled();
});

test('where it is not, it is said first what that asks of whom, and nothing is asked', async () => {
  const { updateOrAsk, create, sendMessage } = await start(false, [
    { id: 1, url: 'own:/consent.html?purpose=accounts' },
  ]);
  expect(await updateOrAsk(FEED)).toBe('opened');
  expect(create.mock.calls).toEqual([[{ url: ADDRESS }]]);
  expect(sendMessage).not.toHaveBeenCalled();
});

test('a page that says so already comes to the front', async () => {
  const { updateOrAsk, create, update, focus } = await start(false, [{ id: 3, windowId: 7, url: ADDRESS }]);
  expect(await updateOrAsk(FEED)).toBe('opened');
  expect(create).not.toHaveBeenCalled();
  expect(update.mock.calls).toEqual([[3, { active: true }]]);
  expect(focus.mock.calls).toEqual([[7, { focused: true }]]);
});

test('so it does in Chrome, which does not tell the address of its tab', async () => {
  const { updateOrAsk, create, update, focus, getContexts } = await start(
    false,
    [{ id: 3 }],
    [
      { tabId: 2, windowId: 7, documentUrl: `${ADDRESS}2` },
      { tabId: 3, windowId: 7, documentUrl: ADDRESS },
    ],
  );
  expect(await updateOrAsk(FEED)).toBe('opened');
  expect(getContexts.mock.calls).toEqual([[{ contextTypes: ['TAB'] }]]);
  expect(create).not.toHaveBeenCalled();
  expect(update.mock.calls).toEqual([[3, { active: true }]]);
  expect(focus.mock.calls).toEqual([[7, { focused: true }]]);
});
