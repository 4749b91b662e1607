import { expect, test } from 'vitest';
import { linkFeed } from '../../../core/link/link-feed.ts';
import { createResolver } from '../../../core/recognise/resolve.ts';
import type { SourcePost } from '../../../core/sources/source-feed.ts';
import { card, network, REPORT, saidBy, uriOf } from './network-feed.ts';

const feedOf = (...posts: readonly SourcePost[]) => linkFeed({ ...network, posts: posts.toReversed() }, []);
const quoting = (key: string, more: Partial<SourcePost> = {}): Partial<SourcePost> => ({ quote: uriOf(key), ...more });
const answering = (parent: string, root: string): Partial<SourcePost> => ({
  reply: { root: uriOf(root), parent: uriOf(parent) },
});
const announced = saidBy('1', { linkCard: card });
const elsewhere = { ...card, title: 'Roads', address: 'https://www.gov.uk/roads' };

/** The titles of what each post is about, the oldest post first. */
function titlesIn(...posts: readonly SourcePost[]): string[][] {
  const feed = feedOf(...posts);
  const titleOf = new Map(feed.publications.map(({ id, title }) => [id, title]));
  return feed.posts.map(({ publications }) => publications.map((id) => titleOf.get(id) ?? id)).toReversed();
}

test('a post is about what the post of its feed is about that it quotes', () => {
  const feed = feedOf(announced, saidBy('2', quoting('1')), saidBy('3'));
  const [publication] = feed.publications;
  expect(
    createResolver([feed])
      .postsAbout(publication?.id ?? '')
      .toSorted(),
  ).toEqual([uriOf('1'), uriOf('2')]);
  expect(feed.publications).toHaveLength(1);
});

test('also by what its text links to, by its thread, and through another quote', () => {
  const linked = saidBy('1', { links: [{ shown: 'here', address: REPORT }] });
  expect(titlesIn(linked, saidBy('2', quoting('1')))).toEqual([['…/procurement-reform'], ['…/procurement-reform']]);
  expect(titlesIn(announced, saidBy('2', answering('1', '1')), saidBy('3', quoting('2')))[2]).toEqual([card.title]);
  expect(titlesIn(announced, saidBy('2', quoting('1')), saidBy('3', quoting('2')))[2]).toEqual([card.title]);
});

test('what it links to itself comes first', () => {
  const news = saidBy('2', quoting('1', { linkCard: elsewhere }));
  expect(titlesIn(announced, news)[1]).toEqual(['Roads', card.title]);
});

test('a thread about nothing else is about what its first post quotes, and one about something has that in the post alone', () => {
  const [second, third] = [saidBy('3', answering('2', '2')), saidBy('4', answering('3', '2'))];
  expect(titlesIn(announced, saidBy('2', quoting('1')), second, third).slice(1)).toEqual([
    [card.title],
    [card.title],
    [card.title],
  ]);
  const aside = saidBy('3', { ...answering('2', '2'), ...quoting('1') });
  expect(titlesIn(announced, saidBy('2'), aside, third).slice(1)).toEqual([[], [card.title], []]);
  const report = { ...card, title: 'Pay', address: `${REPORT}-of-pay` };
  expect(titlesIn(announced, saidBy('2', quoting('1')), { ...second, linkCard: report }, third).slice(1)).toEqual([
    ['Pay', card.title],
    ['Pay'],
    ['Pay'],
  ]);
});

test('where only the card of what is quoted is known, that says what it is about', () => {
  const quotedCard = { ...card, siteName: null };
  const far: Partial<SourcePost> = { quote: uriOf('7', 'did:plc:sam'), quotedCard };
  const feed = feedOf(saidBy('1', far));
  expect(feed.publications).toMatchObject([{ title: card.title, isIfg: true, kind: 'report' }]);
  expect(createResolver([feed]).resolve({ url: REPORT })).toMatchObject({ sureness: 'exact' });
  expect(titlesIn(saidBy('1', far), saidBy('2', answering('1', '1')))).toEqual([[card.title], [card.title]]);
  expect(titlesIn(saidBy('1', { ...far, linkCard: elsewhere }))).toEqual([['Roads', card.title]]);
  expect(titlesIn(announced, saidBy('2', far), saidBy('3', quoting('2')))).toEqual([
    [card.title],
    [card.title],
    [card.title],
  ]);
  expect(feedOf(announced, saidBy('2', far)).publications).toHaveLength(1);
});

test('the card of what is quoted of another site makes nothing', () => {
  const feed = feedOf(saidBy('1', { quote: uriOf('7', 'did:plc:sam'), quotedCard: elsewhere }));
  expect(feed.publications).toEqual([]);
  expect(feed.posts).toMatchObject([{ publications: [] }]);
  expect(feed.posts[0]).not.toHaveProperty('quotedCard');
});

test('its recommendations are from none: what is quoted may be another report’s announcement', () => {
  const text = 'We recommend:\n1. Publish the plan\n2. Appoint a minister';
  const feed = feedOf(announced, saidBy('2', quoting('1')), saidBy('3', { ...answering('2', '2'), text }));
  expect(feed.recommendations.map(({ publication }) => publication)).toEqual([null, null]);
});

test('nothing comes of quotes of what is not there, of what is about nothing, and of each other', () => {
  expect(titlesIn(saidBy('1'), saidBy('2', quoting('1')), saidBy('3', quoting('9')))).toEqual([[], [], []]);
  expect(titlesIn(saidBy('1', quoting('2')), saidBy('2', quoting('1')), saidBy('3', quoting('3')))).toEqual([
    [],
    [],
    [],
  ]);
});

test('a hundred thousand quotes of each other, and a thread as long, take no time that grows with their square', () => {
  const many = Array.from({ length: 100_000 }, (_, number) =>
    saidBy(`${number}`, quoting(`${number - 1}`, number === 0 ? {} : answering(`${number - 1}`, '0'))),
  );
  const start = performance.now();
  feedOf(...many);
  expect(performance.now() - start).toBeLessThan(10_000);
});
