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
  ['2025-09-12', '60 days ago'],
  ['2025-09-11', '2 months ago'],
  ['2024-11-12', '11 months ago'],
  ['2024-11-11', '12 months ago'],
  ['2023-11-12', '23 months ago'],
  ['2023-11-11', '2 years ago'],
  ['2021-11-11', '4 years ago'],
])('of a day, %s is %s', (day, said) => {
  expect(sayAge(translate, 'en-GB', day, '2025-11-11')).toBe(said);
});

test.each([
  ['2024-10-01', '2024-11-30', '60 days ago'],
  ['2024-10-01', '2024-12-01', '2 months ago'],
  ['2024-12-31', '2025-02-28', '2 months ago'],
  ['2024-02-29', '2026-02-28', '2 years ago'],
  ['2021-11-30', '2023-11-30', '2 years ago'],
])('from %s, on %s it is %s', (day, today, said) => {
  expect(sayAge(translate, 'en-GB', day, today)).toBe(said);
});

test('no day makes anything younger', () => {
  const unitOf = ['day', 'month', 'year'];
  for (const first of ['2023-01-31', '2024-02-29', '2024-10-01']) {
    let before = 0;
    for (let passed = 2; passed < 1500; passed += 1) {
      const today = new Date(Date.parse(first) + passed * 24 * 60 * MINUTE).toISOString().slice(0, 10);
      const [count, unit] = sayAge(translate, 'en-GB', first, today).split(' ') as [string, string];
      const age = 10_000 * unitOf.indexOf(unit.replace(/s$/, '')) + Number(count);
      expect(age, `${first} on ${today}`).toBeGreaterThanOrEqual(before);
      before = age;
    }
  }
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
