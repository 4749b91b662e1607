import { expect, test } from 'vitest';
import { readSeeds } from '../../../scripts/bundled-index.ts';
import { readBearingPages, readBearingRecommendations, scoreBearing } from '../../bench/bearing-pages.ts';
import { addScores } from '../../bench/passage-score.ts';

const recommendations = readBearingRecommendations(await readSeeds());
const pages = readBearingPages();

test('what bears in the pages is of a recommendation that there is, and most pages have two thousand words', () => {
  const ids = new Set(recommendations.map(({ id }) => id));
  const marked = pages.flatMap(({ expected }) => expected);
  expect(marked.length).toBe(576);
  expect(marked.filter(({ statement }) => !ids.has(statement))).toEqual([]);
  const lengths = pages.map(({ blocks }) => blocks.join(' ').split(/\s+/).length);
  expect(lengths.filter((words) => words >= 2000).length).toBeGreaterThanOrEqual(17);
});

/** As measured, less what a word more or less may change. */
test.each([
  ['tuned', 0.95, 0.56],
  ['held out first', 0.91, 0.49],
  ['held out second', 0.96, 0.47],
  ['held out third', 0.86, 0.34],
] as const)('%s pages: precision at least %d, recall at least %d', (group, precision, recall) => {
  const scores = pages.filter((page) => page.group === group).map((page) => scoreBearing(page, recommendations));
  const total = addScores(group, scores);
  expect(total.right / total.found, total.wrong.join('\n')).toBeGreaterThanOrEqual(precision);
  expect(total.met / total.expected, total.missed.join('\n')).toBeGreaterThanOrEqual(recall);
});

test('each recommendation asked by itself, on all pages: precision at least 0.9, recall at least 0.35', () => {
  const scores = pages.flatMap((page) =>
    recommendations.map((each) =>
      scoreBearing({ ...page, expected: page.expected.filter(({ statement }) => statement === each.id) }, [each]),
    ),
  );
  const total = addScores('alone', scores);
  expect(total.right / total.found, total.wrong.join('\n')).toBeGreaterThanOrEqual(0.9);
  expect(total.met / total.expected).toBeGreaterThanOrEqual(0.35);
});

test.each(pages.filter(({ kind }) => kind === 'other').map((page) => [page.name, page] as const))(
  '%s: nothing bears on any recommendation, whether all are asked or one',
  (_, page) => {
    expect(scoreBearing(page, recommendations).wrong).toEqual([]);
    expect(recommendations.flatMap((each) => scoreBearing(page, [each]).wrong)).toEqual([]);
  },
);
