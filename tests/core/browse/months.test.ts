import { expect, test } from 'vitest';
import { countMonths, newestDay } from '../../../core/browse/months.ts';

const times = ['2026-01-31T23:59', '2025-12-01T00:00:00.000Z', '2026-01-01T00:00'];

test('months are counted, the oldest first, without those in between', () => {
  expect(countMonths([...times, '2024-02-29T12:00'])).toEqual([
    { month: '2024-02', posts: 1 },
    { month: '2025-12', posts: 1 },
    { month: '2026-01', posts: 2 },
  ]);
  expect(countMonths([])).toEqual([]);
});

test('the newest day is that of the newest post, wherever it stands', () => {
  expect(newestDay(times)).toBe('2026-01-31');
  expect(newestDay(times.toReversed())).toBe('2026-01-31');
  expect(newestDay([])).toBeNull();
});
