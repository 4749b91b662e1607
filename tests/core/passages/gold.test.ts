import { expect, test } from 'vitest';
import { readSeeds } from '../../../scripts/bundled-index.ts';
import { PAGES, readPage, readStatements } from '../../bench/passage-pages.ts';
import { addScores, scorePage } from '../../bench/passage-score.ts';

const statements = readStatements(await readSeeds());

test('every passage marked in the pages is of a statement that there is', () => {
  const ids = new Set(statements.map(({ id }) => id));
  const marked = Object.values(PAGES).flatMap((names) => names.flatMap((name) => readPage(name).expected));
  expect(marked.length).toBe(229);
  expect(marked.filter(({ statement }) => !ids.has(statement))).toEqual([]);
});

test.each([
  ['tuned', 0.95, 0.4],
  ['held out', 0.8, 0.4],
] as const)('%s pages: precision at least %d, recall at least %d', (group, precision, recall) => {
  const scores = PAGES[group].map((name) => scorePage(readPage(name), statements));
  const total = addScores(group, scores);
  expect(total.right / total.found, total.wrong.join('\n')).toBeGreaterThanOrEqual(precision);
  expect(total.met / total.expected, total.missed.join('\n')).toBeGreaterThanOrEqual(recall);
});

test.each([
  'outsourcing-failures',
  'reshuffles',
  'recipe',
  'metro-mayors',
  'curriculum',
  'allotment',
  'government-grants',
  'public-inquiries',
])('%s: has nothing to do with any statement, and gets no mark, whether all are asked or one', (name) => {
  const page = readPage(name);
  expect(scorePage(page, statements).wrong).toEqual([]);
  expect(statements.flatMap((statement) => scorePage(page, [statement]).wrong)).toEqual([]);
});
