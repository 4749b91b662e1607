import { expect, test, vi } from 'vitest';
import type { ExtensionRequests } from '../../../core/protocol/extension-requests.ts';
import type { ScannerRequests } from '../../../core/protocol/tab-requests.ts';
import { createAsk, createBackgroundAsk } from '../../../core/protocol/wire.ts';

const GONE = new Error('The message channel closed before a response was received.');

test('no answer is a failure, and an empty one is an answer', async () => {
  const send = vi.fn(async (): Promise<unknown> => undefined);
  const ask = createAsk<ScannerRequests>(send);
  await expect(ask('showMark', { id: 1 })).rejects.toThrow('showMark');
  expect(send).toHaveBeenCalledTimes(1);
  send.mockResolvedValueOnce(false);
  expect(await ask('showMark', { id: 1 })).toBe(false);
  send.mockResolvedValueOnce(null);
  expect(await ask('showMark', { id: 1 })).toBeNull();
});

test.each([
  ['gave no answer', () => Promise.resolve(undefined)],
  ['was stopped', () => Promise.reject(GONE)],
])('a background that %s is asked once more, with the same request', async (_, fail) => {
  const send = vi.fn(async (): Promise<unknown> => null).mockImplementationOnce(fail);
  expect(await createBackgroundAsk<ExtensionRequests>(send)('describeSample', {})).toBeNull();
  expect(send.mock.calls).toEqual([
    [{ name: 'describeSample', request: {} }],
    [{ name: 'describeSample', request: {} }],
  ]);
});

test('a background that fails twice has failed, with its last reason', async () => {
  const send = vi.fn(() => Promise.reject(GONE)).mockResolvedValueOnce(undefined as never);
  await expect(createBackgroundAsk<ExtensionRequests>(send)('describeSample', {})).rejects.toBe(GONE);
  expect(send).toHaveBeenCalledTimes(2);
});
