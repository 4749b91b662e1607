import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Feed } from '../../../core/model/feed.ts';
import { createResolver, type Query } from '../../../core/recognise/resolve.ts';
import { changeLibrary, type FeedChange } from '../../../entrypoints/background/library/change.ts';
import { openDatabase } from '../../../entrypoints/background/library/database.ts';
import type { LibraryDatabase } from '../../../entrypoints/background/library/schema.ts';
import { storedContent } from '../../../entrypoints/background/library/stored-content.ts';
import { goldPages, makeFeed } from '../../bench/gold.ts';
import { index } from './stores.ts';

const [seed] = index.feeds as [Feed];
const others: readonly { url: string; title: string | null }[] = JSON.parse(
  readFileSync(new URL('../../gold/others.json', import.meta.url), 'utf8'),
).urls;

/** The parts of one series, of which no more than one is among the gold pages, far from each other. */
const parts = ['Hospitals', 'Schools', 'Prisons', 'Police'].map((name) => ({
  url: `https://www.instituteforgovernment.org.uk/publication/performance-tracker-2023/${name.toLowerCase()}`,
  title: `Performance Tracker 2023: ${name}`,
}));
const pages = goldPages.flatMap((page, place) => [
  page,
  ...(place % 15 === 0 ? parts.slice(place / 15).slice(0, 1) : []),
]);
const all = pages.length;
const asked = [...pages, ...others].flatMap(({ url, title }): Query[] => {
  const [above, below] = [url.replace(/\/[^/]*$/, ''), `${url}/methodology`];
  const plain = [{ url }, { url: above }, { url: below }, { url: `${above}/x`, canonical: url }];
  return title === null ? plain : [...plain, { url, text: title }, { url, title }, { url: below, heading: title }];
});

/** All that can be said of an address that leads there by itself. */
const KINDS = [
  ...['address-known', 'below-publication', 'canonical-known', 'display-form-agrees', 'exact', 'likely', 'none'],
  ...['parts-known', 'publication-unknown', 'related', 'title-agrees', 'words-in-address', 'words-shared'],
];

let database: LibraryDatabase;
beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  database = await openDatabase({});
});

const feedOf = (id: string, from: number, to: number): Feed => ({ ...makeFeed(pages.slice(from, to)), id });
const replace = (feed: Feed): FeedChange => ({ kind: 'replace', feed, owner: 'added' });
const add = (feed: Feed): FeedChange => ({ kind: 'add', feed, owner: 'added' });

/** Expects of the stores what the same feeds say from memory, the oldest first; gives the kinds of what was said. */
async function expectSame(feeds: readonly Feed[]): Promise<Set<string>> {
  const { resolve } = createResolver(feeds);
  const memory = asked.map(resolve);
  expect(await storedContent(database, expect.unreachable).resolve(asked)).toEqual(memory);
  return new Set(memory.flatMap(({ sureness, reasons }) => [sureness, ...reasons.map(({ kind }) => kind)]));
}

describe('the stores say of each gold page what memory says', () => {
  test('of one feed', async () => {
    await changeLibrary(database, [replace(seed)]);
    await expectSame([seed]);
  });

  test.each([1, 2, 5, 12])('of a feed that was added to %d times', async (times) => {
    const whole = feedOf('one', 0, all);
    const size = Math.ceil(all / (times + 1));
    await changeLibrary(database, [replace(seed)]);
    for (let to = all; to > 0; to -= size) {
      const part = partOf(whole, Math.max(0, to - size), to);
      await changeLibrary(database, [to === all ? replace(part) : add(part)]);
    }
    expect([...(await expectSame([seed, whole]))].sort()).toEqual(KINDS);
  });

  test('of feeds that say the same, and came and went', async () => {
    await changeLibrary(database, [replace(seed), replace(feedOf('gone', 0, all)), replace(feedOf('two', 10, 40))]);
    await changeLibrary(database, [replace(feedOf('one', 20, all))]);
    await changeLibrary(database, [{ kind: 'remove', id: 'gone' }, replace(feedOf('two', 5, 30))]);
    await expectSame([seed, feedOf('one', 20, all), feedOf('two', 5, 30)]);
  });

  test('of so many posts that the rarity of words counts', async () => {
    const feed = feedOf('one', 0, all);
    const posts = Array.from({ length: 40 }, (_, copy) =>
      feed.posts.map((post) => ({ ...post, id: `${post.id} ${copy}` })),
    );
    const many = { ...feed, posts: posts.flat() };
    await changeLibrary(database, [replace(seed), replace(many)]);
    await expectSame([seed, many]);
  });
});

/** Some of a feed's posts, and what they are about. */
function partOf(feed: Feed, from: number, to: number): Feed {
  const posts = feed.posts.slice(from, to);
  const about = new Set(posts.flatMap(({ publications }) => publications));
  return { ...feed, posts, publications: feed.publications.filter(({ id }) => about.has(id)) };
}
