import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** A stand-in for the browser, and what came for the pane. */
const heard = vi.hoisted(() => ({ tell: (_tabId: number): void => {} }));
vi.mock('webextension-polyfill', () => {
  const runtime = {
    id: 'stand-in',
    getURL: () => 'stand-in://own/',
    onMessage: {
      addListener(listener: (message: unknown, sender: unknown) => unknown) {
        heard.tell = (tabId) => {
          listener(
            { name: 'marksChanged', request: { tabId } },
            { id: 'stand-in', url: 'stand-in://own/background.html' },
          );
        };
      },
    },
  };
  return { default: { runtime } };
});
const { onMarks } = await import('../../../entrypoints/pane/listen.ts');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('marks are renewed once for changes that come close together, and at last with all of them', async () => {
  const renewed: number[] = [];
  onMarks((tabId) => renewed.push(tabId));
  heard.tell(1);
  await vi.advanceTimersByTimeAsync(100);
  heard.tell(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(renewed).toEqual([1]);
  // The second was not over then.
  await vi.advanceTimersByTimeAsync(1000);
  expect(renewed).toEqual([1, 1]);
});

test('marks that change all the time are renewed meanwhile', async () => {
  const renew = vi.fn();
  onMarks(renew);
  for (let times = 0; times < 30; times += 1) {
    heard.tell(1);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(renew.mock.calls.length).toBeGreaterThan(5);
});

test('what changes in another tab puts nothing off', async () => {
  const renewed: number[] = [];
  onMarks((tabId) => renewed.push(tabId));
  heard.tell(1);
  heard.tell(2);
  await vi.advanceTimersByTimeAsync(300);
  expect(renewed).toEqual([1, 2]);
});
