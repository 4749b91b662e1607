import { expect, test } from 'vitest';
import { makePage, readPage } from '../sources/text-page/made-page.ts';

const CARDS = {
  report: {
    shown: 'www.instituteforgovernment.org.uk/publication/buy-better',
    card: 'Buy better | Institute for Government',
  },
  older: {
    shown: 'www.instituteforgovernment.org.uk/publication/buy-once',
    card: 'Buy once | Institute for Government',
  },
  event: { shown: 'www.instituteforgovernment.org.uk/event/how-to-buy', card: 'How to buy | Institute for Government' },
  comment: {
    shown: 'www.instituteforgovernment.org.uk/comment/on-buying',
    card: 'On buying | Institute for Government',
  },
  news: { shown: 'www.theguardian.com/politics/buying', card: 'A story of buying' },
} as const;
type Linked = keyof typeof CARDS | null;

const RECOMMENDED = 'We recommend:\n1. Publish a plan\n2. Fund it';

/** The title that a thread is about whose posts link to these, in reading order; recommendations stand in the second. */
function subjectOf(...linked: readonly Linked[]) {
  const posts = linked.map((name, place) => {
    const text = place === 1 ? RECOMMENDED : `Post ${place}`;
    return name === null ? { text } : { text: `${text}\n\n${CARDS[name].shown}`, card: CARDS[name].card };
  });
  const { threads, publications, recommendations } = readPage(makePage(posts.toReversed()));
  expect(threads).toHaveLength(1);
  expect(recommendations.map(({ number }) => number)).toEqual([1, 2]);
  expect(new Set(recommendations.map(({ publication }) => publication))).toEqual(new Set([threads[0]?.publication]));
  return publications.find(({ id }) => id === threads[0]?.publication)?.title ?? null;
}

test.each<[readonly Linked[], string | null]>([
  [['report', null, 'event'], 'Buy better'],
  [['report', null, 'comment'], 'Buy better'],
  [['event', null, 'report'], 'Buy better'],
  [['report', null, 'older'], 'Buy better'],
  [[null, null, 'report'], 'Buy better'],
  [[null, 'report', null], 'Buy better'],
  [['news', 'report', null], 'Buy better'],
  [['news', null, 'comment'], 'On buying'],
  [['event', null, null], 'How to buy'],
  [['news', null, null], 'A story of buying'],
  [[null, 'news', null], null],
])('a thread with links to %j is about %s', (linked, title) => {
  expect(subjectOf(...linked)).toBe(title);
});
