import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSentences } from '../../../core/text/sentences.ts';

const textsOf = (paragraph: string) => splitSentences(paragraph).map(({ start, end }) => paragraph.slice(start, end));

test.each([
  ['One. Two? Three! Four…', ['One.', 'Two?', 'Three!', 'Four…']],
  ['\n  It was\n  late. Nobody came.\n', ['It was\n  late.', 'Nobody came.']],
  ['No. 10 asked, e.g. DSIT, for £3.2m. It got 0.4%.', ['No. 10 asked, e.g. DSIT, for £3.2m.', 'It got 0.4%.']],
  [
    'That was the start. 2026 will be harder. It went up. 2024 was not.',
    ['That was the start.', '2026 will be harder.', 'It went up.', '2024 was not.'],
  ],
  ['See fig. 3 and pp. 4 to 7.', ['See fig. 3 and pp. 4 to 7.']],
  ['The answer is no. The question stays.', ['The answer is no.', 'The question stays.']],
  ['“We paid.” Then it stopped (or not.) £3bn went.', ['“We paid.”', 'Then it stopped (or not.)', '£3bn went.']],
  ['It ended.12 Another began.3,4 A third.[5] Last.', ['It ended.12', 'Another began.3,4', 'A third.[5]', 'Last.']],
  ['Prof. A. B. Smith et al. Were there.', ['Prof. A. B. Smith et al. Were there.']],
  ['no stop at all', ['no stop at all']],
  ['', []],
  [' \n ', []],
])('%j', (paragraph, sentences) => {
  expect(textsOf(paragraph)).toEqual(sentences);
});

test('sentences are in order, apart, trimmed, and hold all but white space', () => {
  const pieces = fc.constantFrom('.', '. ', '? ', 'A', 'b', '12', ' ', '\n', '”', 'e.g. ', '…', '£', '\ud800');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces).map((parts) => parts.join('')),
      ),
      (paragraph) => {
        const spans = splitSentences(paragraph);
        for (const [index, { start, end }] of spans.entries()) {
          expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
          expect(end).toBeGreaterThan(start);
          expect(paragraph.slice(start, end)).toBe(paragraph.slice(start, end).trim());
        }
        expect(textsOf(paragraph).join('').replace(/\s/g, '')).toBe(paragraph.replace(/\s/g, ''));
      },
    ),
  );
});
