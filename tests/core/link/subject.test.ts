import { expect, test } from 'vitest';
import { linkFeed } from '../../../core/link/link-feed.ts';
import type { SourcePost } from '../../../core/sources/source-feed.ts';
import { makePage, readPage } from '../sources/text-page/made-page.ts';
import { network, REPORT, saidBy, uriOf } from './network-feed.ts';

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

/**
 * What a thread is about whose posts link to these, in reading order, and what the recommendations are from that stand in its
 * second post.
 */
function read(linked: readonly Linked[]) {
  const posts = linked.map((name, place) => {
    const text = place === 1 ? RECOMMENDED : `Post ${place}`;
    return name === null ? { text } : { text: `${text}\n\n${CARDS[name].shown}`, card: CARDS[name].card };
  });
  const { threads, publications, recommendations } = readPage(makePage(posts.toReversed()));
  expect(threads).toHaveLength(1);
  expect(recommendations.map(({ number }) => number)).toEqual([1, 2]);
  const titleOf = (id: string | null | undefined) => publications.find((each) => each.id === id)?.title ?? null;
  const sources = new Set(recommendations.map(({ publication }) => titleOf(publication)));
  expect(sources.size).toBe(1);
  return [titleOf(threads[0]?.publication), ...sources];
}

test.each<[readonly Linked[], string | null, string | null]>([
  [['report', null, 'event'], 'Buy better', 'Buy better'],
  [['report', null, 'comment'], 'Buy better', 'Buy better'],
  [['event', null, 'report'], 'Buy better', 'Buy better'],
  [['report', null, 'older'], 'Buy better', 'Buy better'],
  [[null, null, 'report'], 'Buy better', 'Buy better'],
  [[null, 'report', null], 'Buy better', 'Buy better'],
  [['report', 'event', null], 'Buy better', 'Buy better'],
  [['news', 'report', null], 'Buy better', 'Buy better'],
  [['event', null, null], 'How to buy', 'How to buy'],
  [['news', null, null], 'A story of buying', 'A story of buying'],
  [['report', 'older', null], 'Buy better', 'Buy once'],
  [['report', 'news', null], 'Buy better', null],
  [['news', null, 'report'], 'Buy better', null],
  [['news', null, 'comment'], 'On buying', null],
  [[null, 'news', null], null, 'A story of buying'],
])('a thread with links to %j is about %s, and its recommendations are from %s', (linked, title, source) => {
  expect(read(linked)).toEqual([title, source]);
});

test('each list of a thread is from what was linked to last', () => {
  const list = (what: string) => `We recommend:\n1. Publish ${what}\n2. Fund ${what}`;
  const linking = (name: 'report' | 'older') => ({ text: `NEW\n\n${CARDS[name].shown}`, card: CARDS[name].card });
  const posts = [linking('report'), { text: list('plans') }, linking('older'), { text: list('data') }];
  const { publications, recommendations } = readPage(makePage(posts.toReversed()));
  const titleOf = (id: string | null) => publications.find((each) => each.id === id)?.title;
  expect(recommendations.map(({ text, publication }) => [text, titleOf(publication)])).toEqual([
    ['Publish plans', 'Buy better'],
    ['Fund plans', 'Buy better'],
    ['Publish data', 'Buy once'],
    ['Fund data', 'Buy once'],
  ]);
});

test('a list behind a link to a page of the Institute’s of which no card tells is from none that is known', () => {
  const card = { title: 'Buy once', description: '', siteName: 'Institute for Government', titleIsCertain: true };
  const older = saidBy('1', { linkCard: { ...card, address: `${REPORT}-once` } });
  const newer = { links: [{ shown: 'here', address: `${REPORT}-better` }], text: RECOMMENDED };
  const answer = (key: string, to: string) => ({ ...saidBy(key), reply: { root: uriOf('1'), parent: uriOf(to) } });
  const sourcesOf = (...posts: readonly SourcePost[]) =>
    linkFeed({ ...network, posts: posts.toReversed() }, []).recommendations.map(({ publication }) => publication);
  expect(sourcesOf(older, { ...answer('2', '1'), ...newer })).toEqual([null, null]);
  expect(sourcesOf(saidBy('1', newer), { ...answer('2', '1'), linkCard: older.linkCard })).toEqual([null, null]);
  expect(sourcesOf(older, { ...answer('2', '1'), text: RECOMMENDED })).not.toContain(null);
  const event = [{ shown: 'here', address: 'https://www.instituteforgovernment.org.uk/event/buying' }];
  expect(sourcesOf(older, { ...answer('2', '1'), links: event, text: RECOMMENDED })).not.toContain(null);
});
