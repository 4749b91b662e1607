import { expect, test } from 'vitest';
import type { BearingRecommendation } from '../../../core/bearing/bearing.ts';
import { findBearing, findBearingInSteps } from '../../../core/bearing/find-bearing.ts';
import { atOnce } from '../../../core/steps.ts';

const context = 'The role of procurement in delivering mission-led government';
const PIPELINES: BearingRecommendation = {
  id: 'r3',
  text: 'Publish longer-term 3y pipelines, giving industry sight of upcoming opportunities',
  context,
};
const FUNCTION: BearingRecommendation = {
  id: 'r13',
  text: 'The GCF should continue to support the communities of practice that have grown in recent years.',
  context,
};
const BOTH = [PIPELINES, FUNCTION];

const ANSWER =
  'The Government Commercial Function will pay for two staff who support its communities of practice until 2029.';

/** What is found, as it stands in the blocks. */
function read(recommendations: readonly BearingRecommendation[], blocks: readonly string[]) {
  return findBearing(recommendations, blocks).map(({ recommendation, blockIndex, start, end, words }) => ({
    recommendation,
    text: (blocks[blockIndex] ?? '').slice(start, end),
    words: words.map((word) => (blocks[blockIndex] ?? '').slice(word.start, word.end)),
  }));
}

test('finds the sentence, and says which words connect it', () => {
  const blocks = ['A response', `We thank the Institute for its report. ${ANSWER} Nothing else was asked of us.`];
  expect(read(BOTH, blocks)).toEqual([
    {
      recommendation: 'r13',
      text: ANSWER,
      words: ['Government', 'Commercial', 'Function', 'support', 'communities', 'practice'],
    },
  ]);
});

test('a length of time is the same in months and in years, a company the same as industry', () => {
  const text = 'Businesses will see opportunities coming, for pipelines will be put online for 36 months ahead.';
  expect(read(BOTH, [text])).toMatchObject([{ recommendation: 'r3', text }]);
});

test('a page of another subject has nothing that bears, though it shares words', () => {
  const blocks = ['The gas pipelines of the north carry hydrogen for industry.', 'Its opportunities are upcoming.'];
  expect(findBearing(BOTH, blocks)).toEqual([]);
});

const MONEY: BearingRecommendation = {
  id: 'r10',
  text: 'Managing Public Money guidance should be updated to make accounting officers responsible for procurement data',
  context,
};
test('what is said of a scheme by its name says what is done', () => {
  const text = 'We disagree: Managing Public Money is no place for this. Accounting officers are answerable as it is.';
  expect(read([MONEY], [text])).toMatchObject([{ text }]);
});

test('offsets count what is not seen', () => {
  const hidden = ANSWER.replaceAll('communities', 'com\u00admu\u200bnities');
  const blocks = [`\u{1f600} Thanks. ${hidden}`];
  expect(read(BOTH, blocks)).toMatchObject([{ text: hidden }]);
  expect(read(BOTH, blocks)[0]?.words).toContain('com\u00admu\u200bnities');
});

test('nothing asked, nothing there, and texts without words', () => {
  expect(findBearing([], [ANSWER])).toEqual([]);
  expect(findBearing(BOTH, [])).toEqual([]);
  expect(findBearing(BOTH, ['', ' \n\t', '\u{1f600}'.repeat(5000), '\ud800', '\u202e\u200f\u2066'])).toEqual([]);
  expect(findBearing([{ id: '', text: '', context: '' }], [ANSWER])).toEqual([]);
});

test('a text that runs from right to left does not hinder what stands beside it', () => {
  const hebrew = '\u05d4\u05de\u05de\u05e9\u05dc\u05d4 \u05e2\u05e0\u05ea\u05d4. '.repeat(200);
  const blocks = [hebrew, `\u202b${hebrew}\u202c`, ANSWER];
  expect(read(BOTH, blocks)).toMatchObject([{ text: ANSWER }]);
});

test('a name that is a pattern is no pattern', () => {
  const odd = { ...FUNCTION, text: `The Big (Fund+ [Scheme* of $Things should grow. ${FUNCTION.text}` };
  expect(read([odd], [ANSWER])).toMatchObject([{ text: ANSWER }]);
});

test('of many recommendations each is read in steps of its own, too', () => {
  const many = Array.from({ length: 100 }, (_, index) => ({ ...FUNCTION, id: `r${index}`, context: `${index}` }));
  const steps = findBearingInSteps(many, [ANSWER]);
  let count = 0;
  while (steps.next().done !== true) count += 1;
  expect(count).toBeGreaterThanOrEqual(300);
});

test('what is long is done in steps, in time that grows with its length', { timeout: 60_000 }, () => {
  const sentence = `${ANSWER} `;
  const hostile = [
    'a'.repeat(1_200_000),
    '\u{1f600}'.repeat(600_000),
    'Publish3y'.repeat(130_000),
    sentence.repeat(10_000),
    '. '.repeat(600_000),
  ];
  for (const block of hostile) {
    const steps = findBearingInSteps(BOTH, [block]);
    let count = 0;
    while (steps.next().done !== true) count += 1;
    expect(count).toBeGreaterThanOrEqual(50);
    expect(atOnce(findBearingInSteps(BOTH, [block, ANSWER])).length).toBeLessThanOrEqual(12);
  }
});
