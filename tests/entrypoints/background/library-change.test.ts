import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { identify } from '../../../core/link/identity.ts';
import type { Feed } from '../../../core/model/feed.ts';
import { type Copies, pairsOf } from '../../../core/search/copies.ts';
import { changeLibrary, type FeedChange } from '../../../entrypoints/background/library/change.ts';
import type { Content } from '../../../entrypoints/background/library/content.ts';
import { openDatabase } from '../../../entrypoints/background/library/database.ts';
import { memoryContent } from '../../../entrypoints/background/library/memory-content.ts';
import { readFeed } from '../../../entrypoints/background/library/read-feed.ts';
import { LIBRARY_NAME, type LibraryDatabase } from '../../../entrypoints/background/library/schema.ts';
import { storedContent } from '../../../entrypoints/background/library/stored-content.ts';
import { createRandom, goldPages, makeFeed } from '../../bench/gold.ts';
import { index } from './stores.ts';

const [seed] = index.feeds as [Feed];
let database: LibraryDatabase;

beforeEach(async () => {
  await deleteDB(LIBRARY_NAME);
  database = await openDatabase({});
});
afterEach(() => {
  vi.restoreAllMocks();
  database.close();
});

/** A feed of gold pages that begins at one of them. */
function feedOf(id: string, from: number, to: number): Feed {
  return { ...makeFeed(goldPages.slice(from, to)), id };
}

const replace = (feed: Feed, owner: 'bundled' | 'added' = 'added'): FeedChange => ({ kind: 'replace', feed, owner });
const add = (feed: Feed): FeedChange => ({ kind: 'add', feed, owner: 'added' });
const remove = (id: string): FeedChange => ({ kind: 'remove', id });

async function readFeeds(): Promise<Feed[]> {
  const rows = await database.getAll('feeds');
  const feeds = await Promise.all(rows.map((row) => readFeed(database, row)));
  return feeds.map((feed) => {
    if (!feed.ok) throw new Error(feed.error);
    return feed.value;
  });
}

/** What publications there are, with their members and counts; ids of members are in no order. */
async function readPublications() {
  const rows = await database.getAll('publications');
  return rows.map(({ publication, posts, recommendations }) => ({
    members: publication.members.toSorted(),
    posts,
    recommendations,
  }));
}

/** The same, from nothing but the feeds, the oldest first. */
function countFrom(feeds: readonly Feed[]) {
  const entries = feeds.flatMap(({ publications }) => publications.toReversed());
  return identify(entries).map(({ members }) => {
    const about = feeds
      .flatMap((feed) => feed.posts)
      .filter(({ publications }) => publications.some((id) => members.includes(id)));
    const recommended = feeds
      .flatMap((feed) => feed.recommendations)
      .filter(({ publication }) => members.includes(publication ?? ''));
    return {
      members: members.toSorted(),
      posts: new Set(about.map(({ id }) => id)).size,
      recommendations: new Set(recommended.map(({ post, number }) => `${post} ${number}`)).size,
    };
  });
}

/** What the library says is one with something before it, as pairs of ids; publications with all of their entries. */
async function readCopies() {
  const copies = (await database.get('meta', 'copies')) as Copies;
  const posts = [...pairsOf(copies.posts)].map((pair) =>
    Promise.all(pair.map((key) => database.get('posts', [...key]))),
  );
  const ids = (await Promise.all(posts)).map((pair) => pair.map((post) => post?.id));
  const entries = [...pairsOf(copies.publications)].map(([entry, of]) => `${entry} ${of}`);
  return { posts: ids, entries: entries.sort() };
}

async function expectCopiesOf(feeds: readonly Feed[]) {
  const { posts, entries } = await readCopies();
  expect(posts.filter(([copy, of]) => copy !== of)).toEqual([]);
  const ids = feeds.flatMap((feed) => feed.posts.map(({ id }) => id));
  expect(posts).toHaveLength(ids.length - new Set(ids).size);
  const rows = await database.getAll('publications');
  const joined = rows.flatMap((row) => row.entries.slice(1).map((entry) => `${entry} ${row.entries[0]}`));
  expect(entries).toEqual(joined.sort());
}

const byMembers = (a: { members: string[] }, b: { members: string[] }) =>
  a.members.join().localeCompare(b.members.join());

async function expectLibraryOf(feeds: readonly Feed[]) {
  expect((await readFeeds()).toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
    feeds.toSorted((a, b) => a.id.localeCompare(b.id)),
  );
  expect((await readPublications()).sort(byMembers)).toEqual(countFrom(feeds).sort(byMembers));
  await expectCopiesOf(feeds);
  expect(await database.getAll('meta', IDBKeyRange.only('left'))).toEqual([[]]);
}

/** Addresses are recognised as where all feeds are in memory. */
async function expectSameClaims(feeds: readonly Feed[]) {
  const queries = goldPages.flatMap(({ url, title }) => [{ url }, { url, text: title }]);
  const [stored, memory] = [storedContent(database, expect.unreachable), memoryContent(feeds)];
  const claims = async (content: Content) =>
    (await content.resolve(queries)).map(({ sureness, publication, reasons }) => ({ sureness, publication, reasons }));
  expect(await claims(stored)).toEqual(await claims(memory));
}

test('a feed comes back as it was put in', async () => {
  await changeLibrary(database, [replace(seed, 'bundled')]);
  await expectLibraryOf([seed]);
});

test('a change touches no other feed', async () => {
  const one = feedOf('one', 0, 30);
  await changeLibrary(database, [replace(seed, 'bundled'), replace(one)]);
  const two = feedOf('two', 20, 50);
  await changeLibrary(database, [replace(two)]);
  await expectLibraryOf([seed, one, two]);
  await changeLibrary(database, [replace(feedOf('one', 5, 10))]);
  await expectLibraryOf([seed, two, feedOf('one', 5, 10)]);
  await changeLibrary(database, [remove('two')]);
  await expectLibraryOf([seed, feedOf('one', 5, 10)]);
});

test('what is added to a feed comes before what it held', async () => {
  const old = feedOf('one', 10, 30);
  const fresh = feedOf('one', 0, 10);
  await changeLibrary(database, [replace(old)]);
  await changeLibrary(database, [add(fresh)]);
  const [feed] = await readFeeds();
  expect(feed?.posts).toEqual([...fresh.posts, ...old.posts]);
  expect(await readPublications()).toHaveLength(30);
});

test('after any changes it holds what the feeds hold that are left', async () => {
  const random = createRandom(7);
  const held = new Map<string, Feed>();
  for (let step = 0; step < 30; step += 1) {
    const id = `feed ${Math.floor(random() * 4)}`;
    const from = Math.floor(random() * 80);
    if (random() < 0.3) {
      held.delete(id);
      await changeLibrary(database, [remove(id)]);
    } else {
      const feed = feedOf(id, from, from + 1 + Math.floor(random() * 20));
      held.delete(id);
      held.set(id, feed);
      await changeLibrary(database, [replace(feed)]);
    }
    await expectLibraryOf([...held.values()]);
    await expectSameClaims([...held.values()]);
  }
});

describe('a change that is stopped at any write', () => {
  const before = feedOf('one', 0, 12);
  const after = feedOf('one', 6, 20);

  /** Lets so many writes through, and refuses the rest, as where the browser ends. */
  function stopAfter(writes: number): { readonly isStopped: () => boolean } {
    let left = writes;
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
      left -= 1;
      if (left < 0) throw new DOMException('stopped', 'AbortError');
      return put.apply(this, row);
    });
    return { isStopped: () => left < 0 };
  }

  test.each(['', 'a label'])('leaves the library as it was, and can be made again (label "%s")', async (label) => {
    await changeLibrary(database, [replace(seed, 'bundled'), replace(before)]);
    let stops = 0;
    for (let writes = 0; ; writes += 3) {
      const stopped = stopAfter(writes);
      await changeLibrary(database, [replace(after)], { label }).catch(() => null);
      vi.restoreAllMocks();
      if (!stopped.isStopped()) break;
      stops += 1;
      // The change may have been made, and only what it left not been cleared.
      const now = (await readFeeds()).find(({ id }) => id === 'one');
      expect([before, after]).toContainEqual(now);
      if (now?.posts.length === after.posts.length) await changeLibrary(database, [replace(before)]);
    }
    expect(stops).toBeGreaterThan(5);
    await expectLibraryOf([seed, after]);
    expect(await database.count('posts')).toBe(seed.posts.length + after.posts.length);
  });

  test('goes on where it stopped, where it is the same change', async () => {
    const large = feedOf('large', 0, 60);
    const stopped = stopAfter(130);
    await changeLibrary(database, [replace(large)], { label: 'large' }).catch(() => null);
    expect(stopped.isStopped()).toBe(true);
    vi.restoreAllMocks();
    const written = vi.spyOn(IDBObjectStore.prototype, 'put');
    await changeLibrary(database, [replace(large)], { label: 'large' });
    expect(written.mock.contexts.filter((store) => (store as IDBObjectStore).name === 'posts')).toHaveLength(0);
    vi.restoreAllMocks();
    await expectLibraryOf([large]);
  });
});
