import { expect, test } from 'vitest';
import { knownAddressesOf } from '../../../core/link/known-addresses.ts';
import { linkFeed } from '../../../core/link/link-feed.ts';
import { publicationsOfFeeds } from '../../../core/link/publications-of-feeds.ts';
import { createResolver } from '../../../core/recognise/resolve.ts';
import type { SourcePost } from '../../../core/sources/source-feed.ts';
import { card, network, REPORT, saidBy, uriOf } from './network-feed.ts';

const SITE = 'https://www.instituteforgovernment.org.uk';
const linking = (address: string, more: Partial<SourcePost> = {}): Partial<SourcePost> => ({
  links: [{ shown: 'here', address }],
  ...more,
});
const feedOf = (...posts: readonly SourcePost[]) => linkFeed({ ...network, posts: posts.toReversed() }, []);
const other = { ...network.profile, handle: 'sam.example' };
const feedOfOther = (...posts: readonly SourcePost[]) =>
  linkFeed({ ...network, origin: { kind: 'bluesky', did: 'did:plc:sam' }, profile: other, posts }, []);

test('a report that a text alone links to is a publication, called by the end of its address', () => {
  const address = `${REPORT}?utm_source=bluesky#top`;
  const feed = feedOf(saidBy('1', linking(address)), saidBy('2', linking(`${REPORT}/`)));
  expect(feed.publications).toMatchObject([
    {
      kind: 'report',
      title: '…/procurement-reform',
      otherTitles: [],
      isIfg: true,
      section: 'publication',
      addresses: ['https://instituteforgovernment.org.uk/publication/procurement-reform'],
    },
  ]);
  const [id] = feed.publications.map((each) => each.id);
  expect(feed.posts.map(({ publications }) => publications)).toEqual([[id], [id]]);
  const { resolve, postsAbout } = createResolver([feed]);
  expect(resolve({ url: REPORT })).toMatchObject({ sureness: 'exact', reasons: [{ kind: 'address-known' }] });
  expect(postsAbout(id ?? '').toSorted()).toEqual([uriOf('1'), uriOf('2')]);
});

test.each([
  SITE,
  `${SITE}/publications`,
  `${SITE}/our-work/topics/procurement`,
  `${SITE}/people/jo-test`,
  `${SITE}/sites/default/files/2026-01/procurement-reform.pdf`,
  'https://www.gov.uk/publication/procurement-reform',
])('what is no one page of the Institute’s is none: %s', (address) => {
  expect(feedOf(saidBy('1', linking(address))).publications).toEqual([]);
});

test('nor is what a text shows shortened, nor what may be the address of a card that does not say where it leads', () => {
  expect(
    feedOf(saidBy('1', { links: [{ shown: 'instituteforgovernment.org.uk/pub...', address: null }] })),
  ).toMatchObject({ publications: [] });
  const linkCard = { ...card, siteName: 'Institute for Government', address: null };
  const { publications } = feedOf(saidBy('1', linking(REPORT, { linkCard })));
  expect(publications.map(({ title }) => title)).toEqual(['Procurement reform']);
});

test('a card of any post gives it its title', () => {
  const feed = feedOf(saidBy('1', linking(REPORT)), saidBy('2', { linkCard: card }));
  expect(feed.publications.map(({ title, otherTitles }) => [title, otherTitles])).toEqual([['Procurement reform', []]]);
  expect(new Set(feed.posts.flatMap(({ publications }) => publications)).size).toBe(1);
});

test.each(['first', 'last'])('so does a card of another feed, which comes %s', (place) => {
  const untitled = feedOf(saidBy('1', linking(REPORT)));
  const titled = feedOfOther(saidBy('2', { linkCard: card }));
  const feeds = place === 'first' ? [titled, untitled] : [untitled, titled];
  const [publication, ...more] = publicationsOfFeeds(feeds);
  expect(more).toEqual([]);
  expect(publication).toMatchObject({ title: 'Procurement reform', otherTitles: [], titleIsCertain: true });
  const { resolve, postsAbout } = createResolver(feeds);
  const { sureness, publication: id } = resolve({ url: REPORT });
  expect([sureness, postsAbout(id ?? '').length]).toEqual(['exact', 2]);
});

test('it is known by what a page calls its own address', () => {
  const { resolve } = createResolver([feedOf(saidBy('1', linking(REPORT)))]);
  const node = { url: `${SITE}/node/17`, canonical: REPORT };
  expect(resolve(node)).toMatchObject({ sureness: 'exact', reasons: [{ kind: 'canonical-known' }] });
  expect(resolve({ ...node, canonical: `${REPORT}-2` }).publication).toBeNull();
});

test('two pages of one name are two, and neither is one with what is called so', () => {
  const addresses = ['performance-tracker-2023/health', 'performance-tracker-2024/health'].map(
    (path) => `${SITE}/${path}`,
  );
  const named = addresses.map((address, at) => saidBy(String(at + 1), linking(address)));
  const titled = saidBy('3', { linkCard: { ...card, title: 'Health', address: `${SITE}/explainer/health` } });
  const { publications, posts } = feedOf(...named, titled);
  expect(publications.map(({ title }) => title)).toEqual(['Health', '…/health', '…/health']);
  expect(new Set(posts.flatMap((post) => post.publications)).size).toBe(3);
  expect(publicationsOfFeeds([feedOf(...named), feedOfOther(titled)])).toHaveLength(3);
  expect(knownAddressesOf(feedOf(...named.slice(0, 1)))).toEqual([]);
});

test('its address is no title: what is called by the same words elsewhere is not claimed by them', () => {
  const { resolve } = createResolver([
    feedOf(saidBy('1', linking(`${SITE}/publication/report/procurement-reform-now`))),
  ]);
  for (const url of [`${SITE}/event/procurement-reform-now`, `${SITE}/publication/procurement-reform-now-2`])
    expect(resolve({ url, text: 'Procurement reform now' }).publication).toBeNull();
});

test('where another feed knows its title, but not its address, that feed’s posts are shown as before', () => {
  const title = 'Procurement reform for a mission-led state';
  const page = linkFeed(
    {
      ...network,
      origin: { kind: 'text-page' },
      profile: other,
      posts: [saidBy('2', { linkCard: { ...card, title, siteName: 'Institute for Government', address: null } })],
    },
    [],
  );
  const address = `${SITE}/publication/procurement-reform-mission-led-state`;
  const both = createResolver([feedOf(saidBy('1', linking(address))), page]);
  for (const query of [{ url: address }, { url: address, canonical: address, title }]) {
    const match = createResolver([page]).resolve(query);
    expect(match.sureness).toBe('likely');
    expect(both.resolve(query)).toEqual(match);
  }
});

const LIST = 'We recommend:\n1. Publish a plan\n2. Fund it';
const answer = (key: string, more: Partial<SourcePost>): SourcePost =>
  saidBy(key, { reply: { root: uriOf('1'), parent: uriOf(String(Number(key) - 1)) }, ...more });
const event = { ...card, title: 'How to buy', address: `${SITE}/event/how-to-buy` };
const comment = { ...card, title: 'On buying', address: `${SITE}/comment/on-buying` };
const older = `${SITE}/publication/buying-2020`;

test.each<[string, readonly SourcePost[], string | null, string | null]>([
  ['begins with it', [saidBy('1', linking(REPORT)), answer('2', { text: LIST })], 'report', 'report'],
  [
    'ends with an event',
    [saidBy('1', linking(REPORT, { text: LIST })), answer('2', { linkCard: event })],
    'report',
    'report',
  ],
  [
    'has an older one first',
    [saidBy('1', linking(older)), answer('2', { linkCard: card, text: LIST })],
    'card',
    'card',
  ],
  [
    'has an older one later',
    [saidBy('1', { linkCard: card }), answer('2', linking(older, { text: LIST }))],
    'card',
    null,
  ],
  [
    'links to it beside a comment',
    [saidBy('1', linking(older, { linkCard: comment, text: LIST }))],
    'comment',
    'comment',
  ],
])('a thread that %s', (_, posts, subject, source) => {
  const { threads, publications, recommendations } = feedOf(...posts);
  const nameOf = (id: string | null | undefined) => {
    const found = publications.find((each) => each.id === id);
    if (found === undefined) return null;
    const names = { 'Procurement reform': 'card', 'On buying': 'comment', 'How to buy': 'event' } as const;
    return Object.entries(names).find(([title]) => title === found.title)?.[1] ?? 'report';
  };
  expect(threads.map(({ publication }) => nameOf(publication))).toEqual([subject]);
  expect(new Set(recommendations.map(({ publication }) => nameOf(publication)))).toEqual(new Set([source]));
});
