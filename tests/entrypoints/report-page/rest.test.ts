import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterRest } from '../../../entrypoints/report-page/rest.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what changes calls back once it rests', () => {
  const callback = vi.fn();
  const changed = afterRest(callback, 100);
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
