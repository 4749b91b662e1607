import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterRest } from '../../page/after-rest.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what changes calls back once it rests', () => {
  const callback = vi.fn();
  const changed = afterRest(callback, 100, Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < 50; turn += 1) {
    changed();
    vi.advanceTimersByTime(60);
  }
  expect(callback).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60);
  expect(callback).toHaveBeenCalledOnce();
});

test('what never rests calls back all the same, as often as was said', () => {
  const callback = vi.fn();
  const changed = afterRest(callback, 100, 500);
  for (let turn = 0; turn < 200; turn += 1) {
    changed();
    vi.advanceTimersByTime(10);
  }
  expect(callback.mock.calls.length).toBeGreaterThanOrEqual(3);
  expect(callback.mock.calls.length).toBeLessThanOrEqual(4);
});

test('it is told whether it was asked for already', () => {
  const changed = afterRest(() => {}, 100, Number.POSITIVE_INFINITY);
  expect([changed(), changed()]).toEqual([false, true]);
  vi.advanceTimersByTime(100);
  expect(changed()).toBe(false);
});

test('no timer is put off, however often it is asked for', () => {
  const set = vi.spyOn(globalThis, 'setTimeout');
  const changed = afterRest(() => {}, 100, 500);
  for (let turn = 0; turn < 500; turn += 1) {
    changed();
    vi.advanceTimersByTime(1);
  }
  expect(set.mock.calls.length).toBeLessThanOrEqual(6);
  set.mockRestore();
});

test('a clock that is set back while something changes puts it off no longer than the page goes on', () => {
  const callback = vi.fn();
  const changed = afterRest(callback, 100, 500);
  changed();
  vi.setSystemTime(Date.now() - 3_600_000);
  changed();
  vi.advanceTimersByTime(200);
  expect(callback).toHaveBeenCalledOnce();
});
