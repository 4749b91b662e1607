import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSharedWords } from '../../../core/text/shared-words.ts';

const shared = (text: string, words: readonly string[]) =>
  findSharedWords(text, words)
    .filter(({ isShared }) => isShared)
    .map((piece) => piece.text);

test('words are found in other forms, cases and with marks around them', () => {
  expect(shared('Delivering (missions), the Delivery of “mission-led” government’s', ['mission', 'deliver'])).toEqual([
    'Delivering',
    'missions',
    'Delivery',
    'mission',
  ]);
});

test('words of the same family are found', () => {
  expect(shared('Criminals, crimes and politics', ['crime', 'political'])).toEqual(['Criminals', 'crimes', 'politics']);
});

test('words that tell nothing are not', () => {
  expect(shared('the role of the state', ['the', 'of'])).toEqual([]);
});

test('the pieces are the text, and no two plain ones follow each other', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'bee', ' ', 'é', '😀', '.', '\n') }), (text) => {
      const pieces = findSharedWords(text, ['bee', 'a']);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      expect(pieces.every((piece, index) => piece.isShared || pieces[index + 1]?.isShared !== false)).toBe(true);
    }),
  );
});
