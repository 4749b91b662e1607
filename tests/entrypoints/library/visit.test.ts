// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { standInForBrowser, standInForStorage } from '../../platform/stand-in.ts';

Object.defineProperty(navigator, 'locks', { value: { request: (_: string, run: () => unknown) => run() } });
const storage = standInForStorage();
standInForBrowser({ storage: storage.api });
const { beginVisit } = await import('../../../entrypoints/library/visit.ts');

const HOUR = 3_600_000;

test('a page that is looked at again after days tells of another visit', async () => {
  let clock = 1000 * HOUR;
  const told = vi.fn();
  const isShown = vi.spyOn(document, 'visibilityState', 'get');
  const look = async (state: DocumentVisibilityState) => {
    isShown.mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise((resolve) => setTimeout(resolve, 30));
  };
  const first = await beginVisit(() => clock, told);
  clock += HOUR / 60;
  await look('visible');
  await look('hidden');
  expect(told).not.toHaveBeenCalled();
  const left = clock;
  clock += 72 * HOUR;
  await look('hidden');
  expect(told).not.toHaveBeenCalled();
  await look('visible');
  expect(told.mock.calls).toEqual([[left]]);
  expect(left).toBeGreaterThan(first);
});
