import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLifetime } from '../../../page/lifetime.ts';

const runtime: { id?: string } = {};

beforeEach(() => {
  runtime.id = 'stand-in';
  vi.stubGlobal('chrome', { runtime });
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a lifetime is over for good once the extension is gone', () => {
  const { isOver, onEnd, signal } = createLifetime();
  const ending = vi.fn();
  onEnd(ending);
  expect(isOver()).toBe(false);
  delete runtime.id;
  expect(isOver()).toBe(true);
  runtime.id = 'another';
  expect(isOver()).toBe(true);
  expect(signal.aborted).toBe(true);
  expect(ending).toHaveBeenCalledTimes(1);
});

test('it can be ended before', () => {
  const { end, isOver } = createLifetime();
  end();
  expect(isOver()).toBe(true);
});

test('what acts again and again does so until the extension is gone', () => {
  const act = vi.fn();
  createLifetime().every(100, act);
  vi.advanceTimersByTime(250);
  expect(act).toHaveBeenCalledTimes(2);
  delete runtime.id;
  vi.advanceTimersByTime(100);
  expect(act).toHaveBeenCalledTimes(2);
  expect(vi.getTimerCount()).toBe(0);
});

test.each([
  ['what the reader does', true, false, 1],
  ['not what a page makes up', false, false, 0],
  ['nothing once the extension is gone', true, true, 0],
])('heard is %s', (_, isTrusted, isGone, times) => {
  const handle = vi.fn();
  const listener = createLifetime().heard(handle);
  if (isGone) delete runtime.id;
  listener({ isTrusted } as Event);
  expect(handle).toHaveBeenCalledTimes(times);
});
