import { expect, test } from 'vitest';
import { readDate } from '../../../../core/sources/text-page/dates.ts';

test.each([
  ['2023', '02', '28'],
  ['2024', '02', '29'],
  ['2000', '02', '29'],
  ['2025', '01', '31'],
  ['2025', '11', '30'],
  ['2025', '12', '01'],
])('%s-%s-%s is a day', (year, month, day) => {
  expect(readDate(year, month, day)).toBe(`${year}-${month}-${day}`);
});

test.each([
  ['2023', '02', '29'],
  ['2100', '02', '29'],
  ['2024', '02', '30'],
  ['2025', '04', '31'],
  ['2025', '06', '31'],
  ['2025', '09', '31'],
  ['2025', '11', '31'],
  ['2025', '12', '32'],
  ['2025', '13', '01'],
  ['2025', '00', '01'],
  ['2025', '01', '00'],
])('%s-%s-%s is none', (year, month, day) => {
  expect(readDate(year, month, day)).toBeNull();
});
