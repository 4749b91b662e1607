import { expect, test } from 'vitest';
import { isLong, isOver, nextPause, type Pause, readRetryAfter } from '../../../core/network/pause.ts';

const NOW = Date.UTC(2026, 10, 29, 12);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

test('pauses last a minute, then twice as long each time, up to six hours', () => {
  const minutes: number[] = [];
  let pause: Pause | null = null;
  for (let failure = 0; failure < 12; failure++) {
    pause = nextPause(pause, NOW, null);
    minutes.push((pause.until - NOW) / MINUTE);
  }
  expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360]);
});

test('what a server asks for is obeyed, and is not shorter than a minute where it fails again', () => {
  const first = nextPause(null, NOW, NOW + 2000);
  expect(first).toEqual({ failures: 1, until: NOW + 2000 });
  expect(nextPause(first, NOW, NOW + 2000)).toEqual({ failures: 2, until: NOW + MINUTE });
  expect(nextPause(first, NOW, NOW + 9 * MINUTE)).toEqual({ failures: 2, until: NOW + 9 * MINUTE });
});

test('the third failure in a row is told as a pause', () => {
  expect([1, 2, 3, 4].map((failures) => isLong({ failures, until: NOW }))).toEqual([false, false, true, true]);
});

test.each([
  [NOW - 1, true],
  [NOW, true],
  [NOW + 1, false],
  [NOW + DAY, false],
  // The clock was set back.
  [NOW + DAY + 1, true],
])('a pause until %d is over at noon: %j', (until, over) => {
  expect(isOver({ failures: 1, until }, NOW)).toBe(over);
});

test.each([
  [{ 'retry-after': '297' }, NOW + 297_000],
  [{ 'retry-after': 'Sun, 29 Nov 2026 12:05:00 GMT' }, NOW + 5 * MINUTE],
  [{ 'ratelimit-reset': String((NOW + 3 * MINUTE) / 1000) }, NOW + 3 * MINUTE],
  [{ 'ratelimit-reset': '30' }, NOW + 30_000],
  [{ 'retry-after': '60', 'ratelimit-reset': '30' }, NOW + MINUTE],
  [{ 'retry-after': 'soon', 'ratelimit-reset': '30' }, NOW + 30_000],
  [{ 'retry-after': '9999999999' }, NOW + DAY],
  [{ 'retry-after': 'Sun, 29 Nov 2099 12:05:00 GMT' }, NOW + DAY],
  [{ 'retry-after': 'Sun, 29 Nov 2026 11:59:00 GMT' }, null],
  [{ 'retry-after': '0' }, null],
  [{ 'retry-after': '-5' }, null],
  [{ 'retry-after': '99999999999999999999' }, null],
  [{ 'ratelimit-reset': '' }, null],
  [{}, null],
])('%j asks for a pause until %j', (headers, until) => {
  expect(readRetryAfter(new Headers(headers), NOW)).toBe(until);
});
