import { expect, test } from 'vitest';
import { saidAt } from '../../../core/browse/months.ts';
import { momentOf } from '../../../core/text/minutes.ts';

const times = ['2026-01-31T23:59', '2025-12-01T10:00:00.000Z', '2026-01-01T00:00'];
const saidAtTimes = (all: readonly string[]) => saidAt(all.map(momentOf));

test('months are counted, the oldest first, without those in between', () => {
  expect(saidAtTimes([...times, '2024-02-29T12:00'])).toMatchObject({
    posts: 4,
    months: [
      { month: '2024-02', posts: 1 },
      { month: '2025-12', posts: 1 },
      { month: '2026-01', posts: 2 },
    ],
  });
});

test('the newest day is that of the newest post, wherever it stands', () => {
  expect(saidAtTimes(times).newest).toBe('2026-01-31');
  expect(saidAtTimes(times.toReversed()).newest).toBe('2026-01-31');
  expect(saidAtTimes([])).toEqual({ posts: 0, newest: null, months: [] });
});
