import { expect, test } from 'vitest';
import { findAlike } from '../../../core/browse/alike.ts';
import type { Recommendation } from '../../../core/model/recommendation.ts';
import { readSeeds } from '../../../scripts/bundled-index.ts';
import { createRandom } from '../../bench/gold.ts';
import { PAGES, readPage } from '../../bench/passage-pages.ts';
import { processorTime } from '../../processor-time.ts';
import { HELD_OUT, type Pairs, SECOND, TUNED } from './alike-pairs.ts';

const recommended = (await readSeeds()).flatMap(({ recommendations }) => recommendations);

function recommend(texts: readonly string[]): Recommendation[] {
  return texts.map((text, index) => ({
    number: index + 1,
    text,
    section: null,
    post: `post ${index}`,
    thread: 'thread',
    publication: null,
  }));
}

/** How many of the pairs that a reader would hold against each other are found, and how many others. */
function judge({ first, second, alike }: Pairs) {
  const found = findAlike(recommend(first), recommend(second));
  const right = found.filter((pair) => alike.some(([one, other]) => one === pair.first && other === pair.second));
  return { right: right.length, wrong: found.length - right.length, of: alike.length };
}

test.each([
  ['the weights were chosen with', TUNED, { right: 5, wrong: 1, of: 7 }],
  ['were looked at next', SECOND, { right: 6, wrong: 1, of: 6 }],
  ['were put away until then', HELD_OUT, { right: 5, wrong: 2, of: 6 }],
])('most pairs that are found are alike, of those that %s', (_, pairs, expected) => {
  expect(judge(pairs)).toEqual(expected);
});

/** What a page says that should be done. */
function asks(name: string): string[] {
  const sentences = readPage(name).paragraphs.flatMap((paragraph) => paragraph.split(/(?<=[.?!])\s+/));
  return sentences.filter(
    (sentence) => /\b(?:should|must|needs? to|recommend)\b/.test(sentence) && sentence.length > 50,
  );
}

test('recommendations of the posts are like those of the page that they are about', () => {
  const page = asks('procurement-missions');
  const pairs = findAlike(recommend(page), recommended);
  const shown = pairs.map(({ first, second, words }) => [
    page[first]?.replace(/\s+/g, ' ').slice(0, 40),
    recommended[second]?.number,
    words.join(' '),
  ]);
  expect(shown).toEqual([
    [
      'The Treasury should revise Managing Publ',
      10,
      'Managing Public Money accounting officers responsibility data procurement',
    ],
    ['The Cabinet Office and DSIT should issue', 6, 'Cabinet Office DSIT guidance procuring innovation'],
    ['The Cabinet Office and DSIT should issue', 8, 'Cabinet Office DSIT procuring innovation'],
    [
      'The Government Commercial Function shoul',
      11,
      'Government Commercial Function long term number senior specialists departments expect contract manager',
    ],
    ['Ministers should say, and show, that the', 4, 'Ministers back procure innovative'],
  ]);
});

test('and like none of pages about anything else', () => {
  const others = Object.values(PAGES)
    .flat()
    .filter((name) => !name.startsWith('procurement'));
  const texts = others.flatMap(asks);
  expect(texts.length).toBeGreaterThan(20);
  expect(findAlike(recommend(texts), recommended)).toEqual([]);
});

test('who is asked, and how, makes nothing alike', () => {
  const first = [
    'The Cabinet Office and the Treasury should publish a report to parliament each year on flood defences',
  ];
  const second = [
    'The Cabinet Office and the Treasury should publish a report to parliament each year on pupil numbers',
  ];
  expect(findAlike(recommend(first), recommend(second))).toEqual([]);
});

test('a recommendation stands in three pairs at most, its best', () => {
  const [text = ''] = TUNED.first;
  const same = findAlike(recommend([text]), recommend(Array<string>(5).fill(text)));
  expect(same.map(({ first, second }) => [first, second])).toEqual([
    [0, 0],
    [0, 1],
    [0, 2],
  ]);
});

test('without recommendations there is nothing alike', () => {
  expect(findAlike([], recommended)).toEqual([]);
  expect(findAlike(recommended, [])).toEqual([]);
});

test('a thousand on either side are compared in two seconds', async () => {
  const random = createRandom(1);
  const words = recommended.flatMap(({ text }) => text.split(/\s+/));
  const draw = () => Array.from({ length: 25 }, () => words[Math.floor(random() ** 2 * words.length)] ?? '').join(' ');
  const [first, second] = [0, 1].map(() => recommend(Array.from({ length: 1000 }, draw))) as [[], []];
  expect(await processorTime(() => findAlike(first, second), 2000)).toBeLessThan(2000);
});
