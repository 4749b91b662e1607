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
  const addListener = vi.fn();
  const { api } = standInForStorage();
  standInForBrowser({ storage: api, permissions: { request, onRemoved: { addListener } } });
  const { askToCollect, onCollectingRefused } = await import('../../../platform/network/data-collection.ts');
  return { request, addListener, askToCollect, onCollectingRefused };
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
