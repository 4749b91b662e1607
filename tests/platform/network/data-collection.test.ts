import { afterEach, expect, test, vi } from 'vitest';
import { standInForBrowser, standInForStorage } from '../stand-in.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

/** The module in a browser of one kind, which lets its reader choose. */
async function start(isFirefox: boolean, answer = true) {
  vi.stubEnv('FIREFOX', isFirefox ? 'true' : '');
  const request = vi.fn(async () => answer);
  const remove = vi.fn(async () => answer);
  const addListener = vi.fn();
  const { api } = standInForStorage();
  standInForBrowser({ storage: api, permissions: { request, remove, onRemoved: { addListener } } });
  return { request, remove, addListener, ...(await import('../../../platform/network/data-collection.ts')) };
}

test.each([
  ['refresh', 'browsingActivity'],
  ['accounts', 'searchTerms'],
] as const)('Firefox asks about %s by itself, while the click lasts, and its answer counts', async (purpose, type) => {
  for (const answer of [true, false]) {
    const { request, askToCollect } = await start(true, answer);
    const asking = askToCollect(purpose);
    expect(request.mock.calls).toEqual([[{ data_collection: [type] }]]);
    expect(await asking).toBe(answer);
  }
});

test('another browser is not asked', async () => {
  const { request, askToCollect } = await start(false, false);
  expect(await askToCollect('refresh')).toBe(true);
  expect(request).not.toHaveBeenCalled();
});

test.each([
  ['nothing', {}, ['browsingActivity', 'searchTerms']],
  ['one that needs the one', { refresh: true }, ['searchTerms']],
  ['another that needs the same', { ask: true }, ['searchTerms']],
  ['one that needs the other', { accounts: true }, ['browsingActivity']],
  ['all', { refresh: true, accounts: true, ask: true }, null],
])('where %s is on, what nothing needs is given back to Firefox', async (_, on, types) => {
  const off = { refresh: false, accounts: false, ask: false };
  const { remove, stopCollecting } = await start(true);
  await stopCollecting({ ...off, ...on });
  expect(remove.mock.calls).toEqual(types === null ? [] : [[{ data_collection: types }]]);
  remove.mockRejectedValueOnce(new Error('not known'));
  await stopCollecting(off);
  const other = await start(false);
  await other.stopCollecting(off);
  expect(other.remove).not.toHaveBeenCalled();
});

test('what is taken back in the browser is told, and nothing else that is', async () => {
  const { addListener, onCollectingRefused } = await start(true);
  const refused = vi.fn();
  onCollectingRefused(refused);
  const [remove] = addListener.mock.calls[0] ?? [];
  remove({ origins: ['https://*/*'], permissions: [] });
  remove({ data_collection: [] });
  expect(refused).not.toHaveBeenCalled();
  remove({ data_collection: ['searchTerms'] });
  remove({ data_collection: ['browsingActivity', 'searchTerms'] });
  expect(refused.mock.calls).toEqual([[['accounts']], [['refresh', 'accounts', 'ask']]]);
});
