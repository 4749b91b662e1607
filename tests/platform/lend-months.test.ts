import { afterEach, expect, test, vi } from 'vitest';
import { showDay, showDayOf, showMinute, showNumber } from '../../components/dates.ts';
import { showMonth } from '../../components/library/months.ts';
import { localisationIn } from '../components/localisation.ts';

const { DateTimeFormat, NumberFormat } = Intl;

afterEach(() => {
  Object.assign(Intl, { DateTimeFormat, NumberFormat });
  vi.restoreAllMocks();
  vi.resetModules();
});

/** As Chromium is: dates of German, which the browser may be in, and none of Welsh. */
async function lendToBrowserWithout(lacking: string): Promise<void> {
  vi.spyOn(DateTimeFormat, 'supportedLocalesOf').mockImplementation((asked) =>
    asked === lacking ? [] : [String(asked)],
  );
  const { lendMonths } = await import('../../platform/lend-months.ts');
  lendMonths(localisationIn('cy'));
}

test('a browser without Welsh dates writes them with Welsh months', async () => {
  await lendToBrowserWithout('cy');
  expect(showDay('2025-11-11', 'cy')).toBe('11 Tach 2025');
  expect(showMonth('2025-11', 'cy')).toBe('Tachwedd 2025');
  expect(showMonth('2025-05', 'cy', 'alone')).toBe('Mai');
  expect(showMinute('2026-01-01T22:05', 'cy')).toBe('1 Ion 2026, 22:05');
  expect(showNumber(12_345.6, 'cy')).toBe('12,345.6');
});

test('a day at the end of a month has the month of where the reader is', async () => {
  const zone = process.env.TZ;
  process.env.TZ = 'Pacific/Auckland';
  await lendToBrowserWithout('cy');
  expect(showDayOf('2025-12-31T22:05:00.000Z', 'cy')).toBe('1 Ion 2026');
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test('other languages are written as before', async () => {
  await lendToBrowserWithout('cy');
  expect(showDay('2025-11-11', 'en-US')).toBe('Nov 11, 2025');
  expect(showMonth('2025-11', 'de')).toBe('November 2025');
  expect(showNumber(12_345.6, 'de')).toBe('12.345,6');
});

test('a browser that has the language is left as it is', async () => {
  await lendToBrowserWithout('xx');
  expect(Intl.DateTimeFormat).toBe(DateTimeFormat);
  expect(Intl.NumberFormat).toBe(NumberFormat);
});
