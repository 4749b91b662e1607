import { expect, test } from 'vitest';
import { showAgo } from '../../../components/linked-by/ago.ts';

const MINUTE = 60_000;

test.each([
  [0, 'this minute'],
  [1.5 * MINUTE, '1 minute ago'],
  [59 * MINUTE, '59 minutes ago'],
  [119 * MINUTE, '1 hour ago'],
  [23.5 * 60 * MINUTE, '23 hours ago'],
  [-5 * MINUTE, 'this minute'],
])('%d ms are %s', (passed, said) => {
  expect(showAgo(1_000_000_000, 1_000_000_000 + passed, 'en-GB')).toBe(said);
});

test('is in the language of the page', () => {
  expect(showAgo(0, 120 * MINUTE, 'cy')).toMatch(/awr/);
});
