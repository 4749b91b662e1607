import { expect, test } from 'vitest';
import { contentOfFeeds } from '../../core/gloss/content-of-feeds.ts';
import { glossFor } from '../../core/gloss/gloss-for.ts';
import { linkFeed } from '../../core/link/link-feed.ts';
import type { Feed } from '../../core/model/feed.ts';
import { findRemarks } from '../../core/passages/find-remarks.ts';
import { createResolver } from '../../core/recognise/resolve.ts';
import { createLookUp } from '../../core/search/look-up.ts';
import { readSeeds } from '../../scripts/bundled-index.ts';
import { readPage } from '../bench/passage-pages.ts';
import { network, saidBy, uriOf } from './link/network-feed.ts';

const SITE = 'https://www.instituteforgovernment.org.uk';
const feeds = await readSeeds();

/** The same feeds, with every post an image of its text. */
const shown = feeds.map(
  (feed): Feed => ({
    ...feed,
    posts: feed.posts.map((post) => ({ ...post, text: '', images: 1, alternativeTexts: [post.text] })),
  }),
);

/** What is made of feeds, without the posts themselves. */
async function said(from: readonly Feed[]) {
  const resolver = createResolver(from);
  const { answer } = createLookUp(contentOfFeeds(from), resolver);
  const found = async (asked: string) => {
    const results = await answer({ asked, linkText: '' });
    return results.kind === 'words'
      ? results.posts.items.map(({ post, foundIn }) => [post.id, foundIn.map(({ text, ranges }) => [text, ranges])])
      : [];
  };
  const match = resolver.resolve({ url: `${SITE}/publication/procurement-government-missions-delivery` });
  return {
    found: await Promise.all(['horizon scanning', 'innovation procurement', 'pension'].map(found)),
    related: resolver.resolve({ url: `${SITE}/publication/accountability-government-procurement` }),
    remarks: findRemarks(readPage('procurement-missions').paragraphs, glossFor(contentOfFeeds(from), match)),
  };
}

test('what images show is found, related and looked for in pages as if the posts said it', async () => {
  const expected = await said(feeds);
  expect(await said(shown)).toEqual(expected);
  expect(expected.found.every((each) => each.length > 0)).toBe(true);
  expect(expected.related.relatedPosts.length).toBeGreaterThan(0);
  expect(expected.remarks.length).toBeGreaterThan(0);
});

test('tags that do not stand in the text are found too', async () => {
  const tagged = feeds.map((feed) => ({
    ...feed,
    posts: feed.posts.map((post) => ({ ...post, tags: ['gardening'] })),
  }));
  const { answer } = createLookUp(contentOfFeeds(tagged), createResolver(tagged));
  expect(await answer({ asked: 'gardening', linkText: '' })).toMatchObject({ posts: { total: 30 } });
});

/** The numbers of the recommendations of a thread whose second post shows an image. */
function numbers(opening: string, text: string, image: string): readonly number[] {
  const reply = { root: uriOf('1'), parent: uriOf('1') };
  const posts = [saidBy('2', { text, reply, images: 1, alternativeTexts: [image] }), saidBy('1', { text: opening })];
  return linkFeed({ ...network, posts }, []).recommendations.map(({ number }) => number);
}

test('recommendations that an image shows are those of its post, where it or the post calls them so', () => {
  const list = '1. Ministers should act\n2. And soon';
  expect(numbers('New report', 'Our recommendations', list)).toEqual([1, 2]);
  expect(numbers('New report', 'Here they are', `The recommendations:\n\n${list}`)).toEqual([1, 2]);
  expect(numbers('Our recommendations', '1. Act', 'Bars of countries\n2. Germany\n3. France')).toEqual([1]);
  expect(numbers('Our recommendations', `${list}\n3. Thanks`, `Recommendations\n${list}`)).toEqual([1, 2, 3]);
});
