import { afterAll, beforeAll, expect, test } from 'vitest';
import { saySince, showInstant } from '../../../components/accounts/instants.ts';
import { localDay } from '../../../core/local-day.ts';
import { translate } from '../in-english.tsx';

const here = process.env.TZ;
beforeAll(() => {
  process.env.TZ = 'Pacific/Auckland';
});
afterAll(() => {
  if (here === undefined) delete process.env.TZ;
  else process.env.TZ = here;
});

/** In Auckland it is the 24th already, 01:30. */
const NOW = Date.parse('2026-11-23T12:30:00Z');

test('a day is the one where the reader is', () => {
  expect(localDay(NOW)).toBe('2026-11-24');
  expect(localDay(Date.parse('2026-11-23T10:00:00Z'))).toBe('2026-11-23');
});

test.each([
  ['2026-11-23T12:00:00Z', 'today'],
  ['2026-11-23T10:00:00Z', 'yesterday'],
  ['2026-11-25T12:00:00Z', 'today'],
])('%s is %s', (instant, said) => {
  expect(saySince(translate, 'en-GB', Date.parse(instant), NOW)).toBe(said);
});

test.each([
  ['2026-11-23T12:45:00Z', 'today at 01:45'],
  ['2026-11-24T12:45:00Z', 'tomorrow at 01:45'],
  ['2026-11-23T10:45:00Z', 'yesterday at 23:45'],
  ['2026-11-30T12:00:00Z', '1 Dec 2026 at 01:00'],
])('%s is %s', (instant, said) => {
  expect(showInstant(Date.parse(instant), NOW, translate, 'en-GB')).toBe(said);
});
