import { expect, test } from 'vitest';
import type { BearingRecommendation } from '../../../core/bearing/bearing.ts';
import { findBearing } from '../../../core/bearing/find-bearing.ts';

const PIPELINES: BearingRecommendation = {
  id: 'r3',
  text: 'Publish longer-term 3y pipelines, giving industry sight of upcoming opportunities',
  context: 'The role of procurement in delivering mission-led government',
};
const FUNCTION: BearingRecommendation = {
  id: 'r13',
  text: 'The Government Commercial Function should continue to support the communities of practice that have grown in recent years.',
  context: PIPELINES.context,
};

const ANSWER =
  'The Government Commercial Function will pay for two staff who look after its communities of practice until 2029.';

test('finds the sentence, and says which words connect it', () => {
  const block = `We thank the Institute for its report. ${ANSWER} Nothing else was asked of us.`;
  const [found, ...others] = findBearing([PIPELINES, FUNCTION], ['A response', block]);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ recommendation: 'r13', blockIndex: 1 });
  expect(block.slice(found?.start, found?.end)).toBe(ANSWER);
  const words = found?.words.map(({ start, end }) => block.slice(start, end));
  expect(words).toEqual(expect.arrayContaining(['Function', 'communities', 'practice']));
});

test('a page of another subject has nothing that bears', () => {
  const blocks = ['The gas pipelines of the north carry hydrogen for industry.', 'Its opportunities are upcoming.'];
  expect(findBearing([PIPELINES, FUNCTION], blocks)).toEqual([]);
});
