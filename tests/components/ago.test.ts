import { expect, test } from 'vitest';
import { sayAge, sayAgo } from '../../components/ago.ts';
import { translate } from './in-english.tsx';
import { localisationIn } from './localisation.ts';

const MINUTE = 60_000;

test.each([
  [0, 'this minute'],
  [1.5 * MINUTE, '1 minute ago'],
  [59 * MINUTE, '59 minutes ago'],
  [119 * MINUTE, '1 hour ago'],
  [23.5 * 60 * MINUTE, '23 hours ago'],
  [-5 * MINUTE, 'this minute'],
])('%d ms are %s', (passed, said) => {
  expect(sayAgo(translate, 'en-GB', 1_000_000_000, 1_000_000_000 + passed)).toBe(said);
});

test.each([
  ['2025-11-11', 'today'],
  ['2025-11-12', 'today'],
  ['2025-11-10', 'yesterday'],
  ['2025-09-13', '59 days ago'],
  ['2025-09-12', '1 month ago'],
  ['2024-11-11', '11 months ago'],
  ['2023-11-11', '2 years ago'],
])('of a day, %s is %s', (day, said) => {
  expect(sayAge(translate, 'en-GB', day, '2025-11-11')).toBe(said);
});

test.each([
  ['2023-11-11', '2 flynedd yn ôl'],
  ['2022-11-10', '3 blynedd yn ôl'],
  ['2019-11-10', '6 blynedd yn ôl'],
  ['2015-11-10', '10 o flynyddoedd yn ôl'],
  ['2025-09-01', '2 fis yn ôl'],
  ['2025-11-09', '2 ddiwrnod yn ôl'],
  ['2025-11-10', 'ddoe'],
])('in Welsh, %s is %s', (day, said) => {
  const { getMessage } = localisationIn('cy');
  expect(sayAge((key, ...places) => getMessage(key, [...places]), 'cy', day, '2025-11-11')).toBe(said);
});
