import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asMarkup, asPlainText, inOneLine, type LinePart, lineOf } from '../../../core/search/one-line.ts';
import { anyString } from '../any-string.ts';

const FINDING = { text: 'Reform of procurement', ranges: [[10, 21]] } as const;

test('what was found is marked, in what stands around it', () => {
  const line = lineOf(FINDING);
  expect(asMarkup(line)).toBe('Reform of <match>procurement</match>');
  expect(asPlainText(line)).toBe('Reform of procurement');
});

test.each<[string, string, readonly (readonly [number, number])[], string]>([
  [
    'at the beginning and next to each other',
    'ab c',
    [
      [0, 1],
      [1, 2],
    ],
    '<match>a</match><match>b</match> c',
  ],
  ['nowhere', 'ab', [], 'ab'],
  ['in all of it', 'ab', [[0, 2]], '<match>ab</match>'],
])('words that were found %s', (_, text, ranges, markup) => {
  expect(asMarkup(lineOf({ text, ranges }))).toBe(markup);
});

test('markup in a text is none in the line', () => {
  const text = `</match><url>x</url> & "y" 'z'`;
  expect(asMarkup([{ look: 'dim', text }])).toBe(
    '<dim>&lt;/match&gt;&lt;url&gt;x&lt;/url&gt; &amp; &quot;y&quot; &apos;z&apos;</dim>',
  );
});

test('a line has no breaks, nothing that turns what follows round, and no broken characters', () => {
  expect(inOneLine(' a\r\n\tb\u0000\u001b\u007f\u0085\u2028c\u202e\u2067d\ud800e\uffff ')).toBe('a b c d\ufffde');
});

test('a long text ends early, and with a whole character', () => {
  expect(inOneLine('a'.repeat(1000))).toHaveLength(200);
  expect(inOneLine(`${'a'.repeat(199)}😀`)).toBe('a'.repeat(199));
  expect(
    asPlainText(
      lineOf({
        text: 'a'.repeat(1000),
        ranges: [
          [190, 210],
          [500, 510],
        ],
      }),
    ),
  ).toBe('a'.repeat(200));
});

/** Any text with any ranges in it, of XML's own characters more often than by chance. */
const finding = fc
  .array(
    fc.oneof(
      anyString(),
      fc.constantFrom('<', '>', '&', '"', "'", '</match>', '&amp;', '\u0000', '\ud83d', '\udc00', '\u202e'),
    ),
  )
  .map((texts) => texts.join(''))
  .chain((text) =>
    fc.tuple(
      fc.constant(text),
      fc.uniqueArray(fc.nat({ max: text.length }), { maxLength: 6 }).map((ends) => ends.sort((a, b) => a - b)),
    ),
  )
  .map(([text, ends]) => ({
    text,
    ranges: ends.flatMap((end, place) => (place % 2 === 0 ? [] : [[ends[place - 1] ?? 0, end] as const])),
  }));

test('whatever is written, Chrome is given well-formed markup of ours, and Firefox one line', () => {
  fc.assert(
    fc.property(finding, (found) => {
      const line: readonly LinePart[] = [...lineOf(found), { look: 'dim', text: inOneLine(found.text) }];
      const bare = asMarkup(line).replace(/<(match|dim)>([^<]*)<\/\1>/g, '$2');
      expect(bare).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|apos);)/);
      const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
      const plain = asPlainText(line);
      expect(bare.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '')).toBe(plain);
      expect(plain).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u);
      expect(plain.isWellFormed()).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
