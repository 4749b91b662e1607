import { afterEach, expect, test, vi } from 'vitest';
import { standInForBrowser } from './stand-in.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a background that never answers is given up after ten seconds, and not asked again', async () => {
  const sendMessage = vi.fn(() => new Promise(() => {}));
  standInForBrowser({ runtime: { sendMessage } });
  const { ask } = await import('../../platform/ask.ts');
  vi.useFakeTimers();
  const asking = ask('readLibraryState', {}).catch(String);
  await vi.advanceTimersByTimeAsync(9999);
  expect(await Promise.race([asking, 'waiting'])).toBe('waiting');
  await vi.advanceTimersByTimeAsync(1);
  expect(await asking).toContain('readLibraryState');
  expect(sendMessage).toHaveBeenCalledTimes(1);
});

test('an answer leaves nothing behind that waits', async () => {
  standInForBrowser({ runtime: { sendMessage: async () => null } });
  const { ask } = await import('../../platform/ask.ts');
  vi.useFakeTimers();
  expect(await ask('describeSample', {})).toBeNull();
  expect(vi.getTimerCount()).toBe(0);
});
