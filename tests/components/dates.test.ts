import { afterAll, beforeAll, expect, test } from 'vitest';
import { showDayOf, showMinute } from '../../components/dates.ts';

const zone = process.env.TZ;
beforeAll(() => {
  process.env.TZ = 'Pacific/Auckland';
});
afterAll(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test('an instant is shown where the reader is, its day too', () => {
  expect(showMinute('2026-01-01T22:05:00.000Z', 'en-GB')).toBe('2 Jan 2026, 11:05');
  expect(showDayOf('2026-01-01T22:05:00.000Z', 'en-GB')).toBe('2 Jan 2026');
});

test('a minute without a zone is shown as it was given', () => {
  expect(showMinute('2026-01-01T22:05', 'en-GB')).toBe('1 Jan 2026, 22:05');
  expect(showDayOf('2026-01-01T22:05', 'en-GB')).toBe('1 Jan 2026');
});
