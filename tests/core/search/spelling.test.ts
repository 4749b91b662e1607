import { expect, test } from 'vitest';
import { isOneLetterAway, mayBeMistyped } from '../../../core/search/spelling.ts';

test.each([
  ['procuremnt', 'procurement'],
  ['procuurement', 'procurement'],
  ['prokurement', 'procurement'],
  ['rpocurement', 'procurement'],
  ['procuremetn', 'procurement'],
  ['xprocurement', 'procurement'],
])('%s is one letter away from %s', (one, other) => {
  expect(isOneLetterAway(one, other)).toBe(true);
  expect(isOneLetterAway(other, one)).toBe(true);
});

test.each([
  ['procurement', 'procurement'],
  ['procurmnt', 'procurement'],
  ['tax', 'wax tax'],
  ['abcd', 'badc'],
  ['', 'ab'],
])('%s is not one letter away from %s', (one, other) => {
  expect(isOneLetterAway(one, other)).toBe(false);
  expect(isOneLetterAway(other, one)).toBe(false);
});

test('short words and numbers are as they are', () => {
  expect(['GCF', 'net', '400bn', '2025', 'taxes'].map(mayBeMistyped)).toEqual([false, false, false, false, true]);
});
