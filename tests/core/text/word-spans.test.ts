import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { wordSpansOf } from '../../../core/text/word-spans.ts';
import { wordsOf } from '../../../core/text/words.ts';
import { anyString } from '../any-string.ts';

const WRITTEN = [
  ['The government’s plan', ['The', 'government', 'plan']],
  ["don't", ["don't"]],
  ['the U.K. and the U.S.', ['the', 'U.K', 'and', 'the', 'U.S']],
  ['tŷ, tŷ', ['tŷ', 'tŷ']],
  ['pro\u00adcure\u00adment gov\u200bernment', ['pro\u00adcure\u00adment', 'gov\u200bernment']],
  ['£400bn – 2,5 2½', ['400bn', '2', '5', '2', '½', '½']],
  ['£1,234,567.8bn, 1,20', ['1,234,567.8bn', '1', '20']],
  ['1.5°C on 12.03.2025, 3.2.1 and 2.', ['1.5', 'C', 'on', '12', '03', '2025', '3', '2', '1', 'and', '2']],
  ['policy² of the IfG™, in CO₂', ['policy', 'of', 'the', 'IfG', 'in', 'CO₂']],
  ['\u{1d400}b 🙂 ﬁne', ['\u{1d400}b', 'ﬁne']],
  ['हिन्दी में नीति', ['हिन्दी', 'में', 'नीति']],
  ['שָׁלוֹם', ['שָׁלוֹם']],
] as const;

test.each(WRITTEN)('%s has its words where they stand', (text, written) => {
  expect(wordSpansOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(written);
});

test('a word is found with the points that few write, and without them', () => {
  expect(wordsOf('שָׁלוֹם')).toEqual(wordsOf('שלום'));
});

describe('of any text', () => {
  const parts = fc.constantFrom(
    'a',
    'É',
    'é',
    '\u0301',
    '\u00ad',
    '\u200b',
    '’s',
    "'",
    '.',
    'u.k.',
    '1',
    ',234',
    '.5',
    '½',
    '²',
    '™',
    ' ',
    'ß',
    'İ',
    '½',
    '🙂',
    'Σ',
    '\u05b0',
    'ह',
    '\u093f',
    '\u094d',
  );
  const text = fc.oneof(
    anyString(),
    fc.array(parts).map((each) => each.join('')),
  );

  it('the words are those by which it is found', () => {
    fc.assert(
      fc.property(text, (each) => {
        expect(wordSpansOf(each).map(({ word }) => word)).toEqual(wordsOf(each));
      }),
      { numRuns: 500 },
    );
  });

  it('their places rise, and none lies in another unless one letter is several words', () => {
    fc.assert(
      fc.property(text, (each) => {
        let before = { start: 0, end: 0 };
        for (const { start, end } of wordSpansOf(each)) {
          expect(end).toBeGreaterThan(start);
          expect(start >= before.end || start >= before.start).toBe(true);
          expect(end).toBeLessThanOrEqual(each.length);
          before = { start, end };
        }
      }),
    );
  });
});
