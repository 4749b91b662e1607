import { describe, expect, test } from 'vitest';
import { makePage, readPage } from '../sources/text-page/made-page.ts';

/** The recommendations of a thread, given in reading order. */
const read = (...texts: readonly string[]) =>
  readPage(makePage(texts.toReversed().map((text) => ({ text })))).recommendations;
const numbers = (...texts: readonly string[]) => read(...texts).map(({ number }) => number);

const facts = '1. Prisons are full\n2. Staff leave\n3. Costs rise';
const advice = '1. Publish a plan\n2. Ministers should say who pays\n3. More time';

describe('a list is one of recommendations', () => {
  test.each([
    'Our recommendations',
    'Here are our recommendations to tackle the challenges of prisons',
    'We make 14 recommendations. They are:',
    'Lots of recommendations below, split into 2 sections: plans and money',
    'We recommend:',
    'What do we recommend?',
    'The following proposals would help',
    'Three problems stand in the way. Our recommendations:',
    'Proposals for ministers:',
    'I recommend reading all of it. In short, our recs:',
  ])('where the words before it say so, whatever its points say: %s', (lead) => {
    expect(numbers(lead, facts)).toEqual([1, 2, 3]);
  });
  test.each([
    ['NEW REPORT with recommendations for ministers', advice],
    ['NEW REPORT, three findings and three recommendations', advice],
    ['How could this change?', advice, 'Those are our recommendations'],
    [advice, 'Read all of our recommendations'],
  ])('where the thread speaks of some, and most of its points say what to do: %s', (...texts) => {
    expect(numbers(...texts)).toEqual([1, 2, 3]);
  });
  test('where its points are called so one by one', () => {
    expect(numbers('NEW REPORT', 'Recommendation 1: More time\nRecommendation 2: Longer terms')).toEqual([1, 2]);
  });
});

describe('a list is none', () => {
  test.each([
    'Key findings:',
    'Here are the lessons',
    'Five charts on prisons',
    'There are several reasons for this',
    'Our three biggest problems',
    'Some facts',
    'Further reading:',
  ])('where the words before it say what else it is, whatever its points say: %s', (lead) => {
    expect(numbers('NEW REPORT with recommendations', lead, advice)).toEqual([]);
    expect(numbers(lead, advice, 'Our recommendations are in the report')).toEqual([]);
  });
  test.each([
    ['NEW REPORT with recommendations for ministers', facts],
    ['NEW REPORT', facts, 'Read our recommendations'],
    ['I recommend reading this report', advice],
    ['Highly recommended!', advice],
    ['All at example.org/report/recommendations/', advice],
    ['The government’s proposals:', advice, 'Our recommendations go further'],
    ['In their own proposals:', advice, 'Our recommendations go further'],
    ['NEW REPORT', advice],
  ])('where nothing says that it is one: %s', (...texts) => {
    expect(numbers(...texts)).toEqual([]);
  });
});

describe('of several lists of a thread', () => {
  test('each is called so by itself', () => {
    const found = read('NEW REPORT\n\nFindings:', facts, 'Recommendations:', advice, 'Further reading:\n1. The report');
    expect(found.map(({ text }) => text)).toEqual(['Publish a plan', 'Ministers should say who pays', 'More time']);
  });
  test('in one post too', () => {
    const text = `Findings:\n${facts}\n\nRecommendations:\n${advice}`;
    expect(read(text, 'Thanks to all').map((each) => each.text)).toEqual([
      'Publish a plan',
      'Ministers should say who pays',
      'More time',
    ]);
  });
  test('all are read, under whom they speak to', () => {
    const found = read('Our recommendations', `For ministers:\n${advice}`, 'And for the civil service:', advice);
    const ofEach = Map.groupBy(found, ({ section }) => section);
    expect([...ofEach].map(([section, of]) => [section, of.map(({ number }) => number)])).toEqual([
      ['For ministers', [1, 2, 3]],
      ['for the civil service', [1, 2, 3]],
    ]);
  });
  test('a section ends with its list', () => {
    const found = read('Recommendations for ministers:', `For now:\n${advice}`, 'More recommendations below', '1. Pay');
    expect(found.map(({ number, section }) => [number, section]).at(-1)).toEqual([1, null]);
  });
  test('a number stands once in a post, since it is known by both', () => {
    const text = `Recommendations:\n1. Publish a plan\n\nMore recommendations:\n1. Say who pays`;
    expect(read(text, 'Thanks to all').map((each) => each.text)).toEqual(['Publish a plan']);
  });
});

test('points of a point are its own', () => {
  const found = read('Our recommendations', '1. Do both:\n1. This\n2. That', '2. And soon');
  expect(found.map(({ text }) => text)).toEqual(['Do both:\n1. This\n2. That', 'And soon']);
});
