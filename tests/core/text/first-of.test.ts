import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAsked } from '../../../core/search/read-asked.ts';
import { firstOf } from '../../../core/text/first-of.ts';

test.each([
  ['abc', 5, 'abc'],
  ['abc', 2, 'ab'],
  ['a👍b', 2, 'a'],
  ['a👍b', 3, 'a👍'],
  ['👍', 1, ''],
  ['', 0, ''],
])('of %s the first %i units are %s', (text, most, first) => {
  expect(firstOf(text, most)).toBe(first);
});

test('no cut makes half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, most) => {
      const first = firstOf(text, most);
      expect(first.isWellFormed()).toBe(true);
      expect(text.startsWith(first) && first.length <= most).toBe(true);
    }),
  );
});

test('a long question is cut between characters', () => {
  for (const before of ['', 'a']) {
    const asked = readAsked(before + '👍'.repeat(2000));
    expect(asked.kind === 'words' && asked.text.isWellFormed()).toBe(true);
  }
});
