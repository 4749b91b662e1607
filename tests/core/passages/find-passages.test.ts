import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPassages } from '../../../core/passages/find-passages.ts';
import { splitSentences } from '../../../core/text/sentences.ts';
import { seenText, withoutUnseen } from '../../../core/text/unseen-letters.ts';
import { readSeeds } from '../../../scripts/bundled-index.ts';
import { readPage, readStatements } from '../../bench/passage-pages.ts';

const statements = readStatements(await readSeeds());
const { paragraphs } = readPage('procurement-missions');

/** Texts that share words with the statements, besides any string. */
const words = statements.flatMap(({ text }) => text.split(/(?<=\s)/));
const likeText = fc
  .array(fc.constantFrom(...words, '. ', '.\n', '? '), { maxLength: 60 })
  .map((parts) => parts.join(''));
const text = fc.oneof(likeText, fc.string(), fc.constantFrom(...statements.map((statement) => statement.text)));
const anyStatements = fc.array(fc.record({ id: fc.string(), text, context: fc.oneof(fc.constant(''), text) }), {
  maxLength: 12,
});

test('whatever the strings, passages lie at sentences’ bounds, in order, and say why', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), anyStatements, (page, asked) => {
      let last = -1;
      for (const { paragraph, start, end, statements: about } of findPassages(page, asked)) {
        const { text: seen, spanOf } = seenText(page[paragraph] ?? '');
        const sentences = splitSentences(seen).map(spanOf);
        expect(sentences.map((sentence) => sentence.start)).toContain(start);
        expect(sentences.map((sentence) => sentence.end)).toContain(end);
        expect(sentences.filter((sentence) => sentence.start >= start && sentence.end <= end).length).toBeLessThan(4);
        expect(paragraph).toBeGreaterThanOrEqual(last);
        last = paragraph;
        for (const { id, words: shared } of about) {
          expect(asked.map((statement) => statement.id)).toContain(id);
          expect(shared.length).toBeGreaterThan(1);
          for (const word of shared) expect(withoutUnseen(page[paragraph]?.slice(start, end) ?? '')).toContain(word);
        }
      }
    }),
  );
});

test('an abbreviation is one word, however many it stands for', () => {
  const statement = { id: 'GCF', text: 'So GCF and departments should use missions to guide capability', context: '' };
  expect(findPassages(['GCF'], [statement])).toEqual([]);
  expect(findPassages(['It is for GCF and departments.'], [statement])).toEqual([]);
  const [passage] = findPassages(['Missions are to guide the GCF.'], [statement]);
  expect(passage?.statements).toMatchObject([{ id: 'GCF', words: ['Missions', 'guide', 'GCF'] }]);
});

test('the order of the statements changes nothing', () => {
  const found = findPassages(paragraphs, statements);
  expect(found.length).toBeGreaterThan(10);
  fc.assert(
    fc.property(fc.shuffledSubarray([...statements], { minLength: statements.length }), (shuffled) => {
      expect(findPassages(paragraphs, shuffled)).toEqual(found);
    }),
    { numRuns: 10 },
  );
});

test('a page that says what a post says, in its words, is marked there and nowhere else', () => {
  const recipe = readPage('recipe').paragraphs;
  const [post] = statements.filter(({ id }) => id === 'r9');
  const page = [...recipe.slice(0, 5), `Call your sister. ${post?.text} Then peel the quinces.`, ...recipe.slice(5)];
  const [passage, ...others] = findPassages(page, statements);
  expect(others).toEqual([]);
  expect(passage?.paragraph).toBe(5);
  expect(passage?.statements.map(({ id }) => id)).toEqual(['r9']);
});

test.each([
  ['no paragraph', [], statements],
  ['no statement', paragraphs, []],
  ['an empty statement', paragraphs, [{ id: 'empty', text: '', context: '' }]],
  [
    'a statement without a telling word',
    paragraphs,
    [{ id: 'vague', text: 'This interview is so much worse', context: '' }],
  ],
])('%s: no passage', (_, page, asked) => {
  expect(findPassages(page, asked)).toEqual([]);
});

test.each([
  ['a paragraph without a full stop', (size: number) => ['procurement data innovation hub '.repeat(size * 250)]],
  ['paragraphs of one letter', (size: number) => Array<string>(size * 1000).fill('a')],
  ['sentences of two of a statement’s words', (size: number) => ['Innovation hub. '.repeat(size * 500)]],
  [
    'the statements, over and over',
    (size: number) =>
      Array<string[]>(size)
        .fill(statements.map((statement) => statement.text))
        .flat(),
  ],
  ['digits and stops', (size: number) => [`${'1.'.repeat(size * 4000)} ${'9'.repeat(size * 4000)}`]],
])('%s: eight times as long takes at most about eight times as long', (_, make) => {
  const time = (page: readonly string[]) => {
    const begun = process.cpuUsage();
    findPassages(page, statements);
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  };
  const page = make(12);
  const [, ...times] = [0, 1, 2, 3].map(() => time(page));
  // A quadratic way would take 64 times as long.
  const most = 24 * Math.min(...times) + 40;
  const longPage = make(96);
  let best = Number.POSITIVE_INFINITY;
  // The best of three: what else the machine does must not decide.
  for (let tries = 0; tries < 3 && best >= most; tries += 1) best = Math.min(best, time(longPage));
  expect(best).toBeLessThan(most);
});

test.each([
  ['soft hyphens', '\u00ad'],
  ['spaces without width', '\u200b'],
  ['what joins words', '\u2060'],
])('%s anywhere change nothing', (_, letter) => {
  const strew = (text: string) => text.replace(/\S{3}/g, `$&${letter}`);
  const seen = (strewn: string) => withoutUnseen(strewn);
  const plain = findPassages(paragraphs, statements);
  const strewn = paragraphs.map(strew);
  const found = findPassages(
    strewn,
    statements.map((statement) => ({ ...statement, text: strew(statement.text) })),
  );
  expect(found.map((each) => each.statements)).toEqual(plain.map((each) => each.statements));
  const textOf = (texts: readonly string[]) => (each: (typeof found)[number]) =>
    seen(texts[each.paragraph]?.slice(each.start, each.end) ?? '');
  expect(found.map(textOf(strewn))).toEqual(plain.map(textOf(paragraphs)));
});
