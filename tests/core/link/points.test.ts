import { describe, expect, test } from 'vitest';
import { makePage, readPage } from '../sources/text-page/made-page.ts';

/** The recommendations of a thread, given in reading order. */
function points(...texts: readonly string[]): readonly (readonly [number, string])[] {
  const { recommendations } = readPage(makePage(texts.toReversed().map((text) => ({ text }))));
  return recommendations.map(({ number, text }) => [number, text]);
}
const inThread = (...texts: readonly string[]) => points('Here are our recommendations', ...texts, 'Thanks to all');

describe('a point is numbered', () => {
  test.each([
    ...[
      '1. ',
      '1) ',
      '(1) ',
      '[1] ',
      '1] ',
      '1.) ',
      '1.- ',
      '1/ ',
      '1 / ',
      '1: ',
      '1 : ',
      '1 - ',
      '1 – ',
      '1— ',
      ' 1. ',
    ],
    ...['1️⃣ ', '1️⃣', '1⃣ ', '1️⃣. ', '1️⃣: ', '1️⃣ – ', '① ', '①', '❶ ', '➀ ', '➊ ', '⓵ ', '⑴ ', '⒈ ', '🄂 '],
    ...['１． ', '１．', '１） ', '（１）', '１：', '１/ ', '𝟭. ', '𝟏) ', '1.', '1)', '(1)', '#1: '],
    ...['Recommendation 1: ', 'recommendation 1 – ', 'Rec 1. ', 'Rec. 1: ', 'Proposal 1: '],
  ])('%s', (label) => {
    expect(inThread(`${label}Ministers should act`)).toEqual([[1, 'Ministers should act']]);
  });
  test.each([
    [10, ['10. ', '10) ', '(10) ', '10/ ', '🔟 ', '1️⃣0️⃣ ', '⑩ ', '❿ ', '➉ ', '➓ ', '⓾ ', '１０． ']],
    [12, ['12. ', '12: ', '1️⃣2️⃣ ', '⑫ ', '⓬ ', '⑿ ', '⒓ ', '（１２）']],
    [21, ['21. ', '㉑ ', '2️⃣1️⃣ ']],
  ])('%i', (number, labels) => {
    const before = [1, 6, 11, 16].filter((each) => each < number).map((each) => `${each}. Also`);
    for (const label of labels) expect(inThread(...before, `${label}Act`), label).toContainEqual([number, 'Act']);
  });
  test('in several ways, several of them in a post', () => {
    expect(inThread('1️⃣ Do this\n\n2️⃣ Do that\nor that\n\n(3) And this\n\n4/ And that', '⑤ At last')).toEqual([
      [1, 'Do this'],
      [2, 'Do that\nor that'],
      [3, 'And this'],
      [4, 'And that'],
      [5, 'At last'],
    ]);
  });
  test('and its text may begin with a month that is a verb, or with a figure', () => {
    const texts = ['1. May the Cabinet Office say so?', '2. March on', '3. 10% of posts should go', '4. Housing'];
    expect(inThread(...texts).map(([, text]) => text)).toEqual(texts.map((text) => text.slice(3)));
  });
});

describe('no point is', () => {
  test.each([
    ...['1/2 of schools', '1/2', '(1/2)', '(1/2) More', '[1/2] More', '1 / 2 More', '1/n More', '1/🧵'],
    ...['2024. It was worse', '2024: worse', '2024/25 budgets', '24/25 budgets', '2024) worse', '1,000. More'],
    ...['9:30 Coffee', '09.30 start', '12:00 - Lunch', '9: 30 start', '10am: Coffee', '10: Coffee', '9 – 10 am'],
    ...['10.5 million', '1.5 Million', '1.0 More', '0.5: More', '3:2', '1:1 meetings', '3 – 2', '10 - 15 years'],
    ...['11. November 2025', '11. Nov: launch', '5. December we meet', '5. May 2026', '5. March: launch', '5. Sept'],
    ...[
      '11.11.2025 Launch',
      '11.11. Launch',
      '11/11 Launch',
      '1. 11. 2025 launch',
      '1. 11. Launch',
      '5 May',
      '5 – 7 May',
    ],
    ...['1) £45bn', '2) 30%', '3) 12,000', '1: 45 per cent', '4: 5', '2. 3.5 million', '5. 10 years', '1. –'],
    ...[
      '65: men',
      '18/ women',
      '14 recommendations',
      '1 in 5',
      '1st. More',
      '-1. More',
      '100. More',
      '5% more',
      '£5. More',
    ],
    ...['1.', '1)', '(5)', '1) https://example.org/a', '1. www.münchen.example/a', '² More'],
  ])('%s', (line) => {
    expect(inThread(line)).toEqual([]);
  });
});

describe('“1/” is', () => {
  test('a post’s number where every post has one, at its beginning or end', () => {
    expect(points('1/ NEW REPORT with recommendations', '2/ Ministers should act', '3/ Thanks')).toEqual([]);
    expect(points('NEW REPORT with recommendations 1/', '2/ Ministers should act', 'Thanks (3/3)')).toEqual([]);
    expect(points('Our recommendations (1/2)', '1. Ministers should act (2/2)')).toHaveLength(1);
  });
  test('a point’s where one has none', () => {
    expect(points('NEW REPORT with recommendations', '1/ Act', '2/ And soon')).toEqual([
      [1, 'Act'],
      [2, 'And soon'],
    ]);
  });
});

test('a list whose beginning is missing is read from a form that is nothing else', () => {
  expect(inThread('7. Act', '8/ And soon')).toEqual([
    [7, 'Act'],
    [8, 'And soon'],
  ]);
  expect(inThread('7/ Act')).toEqual([]);
});

test('a thread that is cut off is known to have begun before its second point, however that is written', () => {
  const startOf = (text: string) =>
    readPage(makePage(['Thanks', text].map((each) => ({ text: each }))).replace('2 Posts', '9 Posts')).threads[0]
      ?.start;
  for (const text of ['2. Act', '(2) Act', '2️⃣ Act', '② Act', '2/ Act', 'b) Act'])
    expect(startOf(text), text).toBe('missing');
  for (const text of ['1️⃣ Act', '① Act', '2/3 of schools', 'Act']) expect(startOf(text), text).toBe('unknown');
});
