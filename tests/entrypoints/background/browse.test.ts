import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { sortTitle } from '../../../core/browse/catalogue.ts';
import type { Feed } from '../../../core/model/feed.ts';
import type { PublicationList, PublicationOrder, ThreadList } from '../../../core/protocol/library-page.ts';
import { changeLibrary } from '../../../entrypoints/background/library/change.ts';
import type { Content } from '../../../entrypoints/background/library/content.ts';
import { openDatabase } from '../../../entrypoints/background/library/database.ts';
import { memoryContent } from '../../../entrypoints/background/library/memory-content.ts';
import type { LibraryDatabase } from '../../../entrypoints/background/library/schema.ts';
import { storedContent } from '../../../entrypoints/background/library/stored-content.ts';
import 'fake-indexeddb/auto';
import { generateFeed } from '../../bench/generated-feed.ts';
import { feedAbout, POPULAR } from '../../core/gloss/popular-report.ts';
import { index } from './stores.ts';

const [seed] = index.feeds as [Feed];
const { feed: generated } = generateFeed(1500);
/** Two feeds that hold some of the same: the newer two thirds, and the older ones; the last one has a part of a thread. */
const newer = partOf(generated, 'newer', 0, 1000);
const older = partOf(generated, 'older', 500, 1500);
const overlapping = [newer, { ...seed, id: 'seed' }, older];

// Libraries of some size are stored, on a machine that may have much else to do.
vi.setConfig({ testTimeout: 20_000 });

let database: LibraryDatabase;
beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  database = await openDatabase({});
});

async function store(feeds: readonly Feed[]): Promise<Content> {
  for (const feed of feeds) await changeLibrary(database, [{ kind: 'replace', feed, owner: 'added' }]);
  return storedContent(database, expect.unreachable);
}

/** Some of a feed's posts, and of its threads as much as these are. */
function partOf(feed: Feed, id: string, from: number, to: number): Feed {
  const posts = feed.posts.slice(from, to);
  const held = new Set(posts.map((post) => post.id));
  const threads = feed.threads
    .map((thread) => ({ ...thread, posts: thread.posts.filter((post) => held.has(post)) }))
    .filter((thread) => thread.posts.length > 1);
  const spokenOf = new Set(posts.flatMap((post) => post.publications));
  return {
    ...feed,
    id,
    posts,
    threads,
    recommendations: feed.recommendations.filter(({ post }) => held.has(post)),
    publications: feed.publications.filter((publication) => spokenOf.has(publication.id)),
  };
}

/** A feed whose first thread begins some posts later: it is called by what is its first post there. */
function withoutBeginning(feed: Feed, id: string, missing: number): Feed {
  const cut = partOf(feed, id, missing, feed.threads[0]?.posts.length ?? 0);
  const named = `thread:${cut.posts[0]?.id}`;
  return {
    ...cut,
    posts: cut.posts.map((post) => ({ ...post, thread: named })),
    threads: cut.threads.map((thread) => ({ ...thread, id: named, start: 'missing' })),
  };
}

async function listAll<List extends { readonly items: readonly unknown[]; readonly total: number }>(
  ask: (start: number) => Promise<List>,
): Promise<List[]> {
  const lists: List[] = [];
  for (let start = 0, total = 1; start < total; start += 100) {
    const list = await ask(start);
    total = list.total;
    lists.push(list);
  }
  return lists;
}

const linesOf = (lists: readonly PublicationList[]) => lists.flatMap(({ items }) => items);
const threadsOf = (lists: readonly ThreadList[]) => lists.flatMap(({ items }) => items);

describe.each([
  ['the bundled feed', [seed]],
  ['three feeds that overlap', overlapping],
])('the stores give what memory gives, of %s', (_, feeds) => {
  test('lists, and what they lead to', async () => {
    const [stored, memory] = [await store(feeds), memoryContent(feeds)];
    for (const order of ['said', 'day', 'title'] as const) {
      const ask = (content: Content) => listAll((start) => content.listPublications({ order, kind: null, start }));
      expect(await ask(stored), order).toEqual(await ask(memory));
    }
    const comments = { order: 'title', kind: 'comment', start: 0 } as const;
    expect(await stored.listPublications(comments)).toEqual(await memory.listPublications(comments));
    const threads = (content: Content) => listAll((start) => content.listThreads({ start }));
    expect(await threads(stored)).toEqual(await threads(memory));
    for (const { thread } of threadsOf(await threads(memory))) {
      expect(await stored.describeThread(thread)).toEqual(await memory.describeThread(thread));
    }
    for (const start of [0, 5, 13])
      expect(await stored.listRecommendations({ start })).toEqual(await memory.listRecommendations({ start }));
    const posts = feeds.flatMap((feed) => feed.posts.filter((_, place) => place % 17 === 0));
    for (const { id } of posts) expect(await stored.describePost({ id })).toEqual(await memory.describePost({ id }));
    const ids = feeds.flatMap((feed) => feed.publications.filter((_, place) => place % 5 === 0)).map(({ id }) => id);
    for (const id of ids)
      expect(await stored.describePublication({ id })).toEqual(await memory.describePublication({ id }));
    const first = (await memory.listPublications({ order: 'said', kind: null, start: 0 })).items.slice(0, 4);
    for (const [place, { publication }] of first.entries()) {
      const both = { first: publication.id, second: first[(place + 1) % first.length]?.publication.id ?? '' };
      expect(await stored.comparePublications(both)).toEqual(await memory.comparePublications(both));
    }
  });
});

describe('publications', () => {
  test.each<[PublicationOrder, (line: PublicationList['items'][number]) => string | number]>([
    ['said', ({ posts }) => -posts],
    ['day', ({ newest }) => -Date.parse(newest ?? '')],
    ['title', ({ publication }) => sortTitle(publication.title)],
  ])('come by %s, each once, a hundred at a time', async (order, keyOf) => {
    const content = await store(overlapping);
    const lists = await listAll((start) => content.listPublications({ order, kind: null, start }));
    const lines = linesOf(lists);
    const keys = lines.map(keyOf);
    expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : Number(a > b))));
    expect(new Set(lines.map(({ publication }) => publication.id)).size).toBe(lists[0]?.total);
    expect(lists[0]?.items).toHaveLength(100);
  });

  test('of one kind are those of that kind, and counted with all of them', async () => {
    const content = await store([seed]);
    const all = await content.listPublications({ order: 'said', kind: null, start: 0 });
    const comments = await content.listPublications({ order: 'said', kind: 'comment', start: 0 });
    expect(comments.items).toEqual(all.items.filter(({ publication }) => publication.kind === 'comment'));
    expect(comments.items.length).toBeGreaterThan(0);
    expect(comments.total).toBe(comments.items.length);
    expect(comments.kinds).toEqual(all.kinds);
    expect(Object.values(all.kinds).reduce((sum, count) => sum + count, 0)).toBe(all.total);
  });

  test('count each post and each recommendation once over feeds, also by month', async () => {
    const popular = feedAbout({ sizes: [1, 1, 3], apart: 20 * 24 * 60, recommendations: 4 });
    const copy = { ...popular, id: 'copy', posts: popular.posts.slice(1) };
    const content = await store([popular, copy]);
    expect(await content.describePublication({ id: POPULAR.id })).toMatchObject({
      posts: 5,
      recommendations: 4,
      newest: '2026-01-01',
      months: [
        { month: '2025-11', posts: 3 },
        { month: '2025-12', posts: 1 },
        { month: '2026-01', posts: 1 },
      ],
    });
  });

  test('that are gone are listed no more, and those that changed as they are', async () => {
    const content = await store(overlapping);
    await changeLibrary(database, [
      { kind: 'remove', id: 'newer' },
      { kind: 'replace', feed: { ...older, posts: [], threads: [], recommendations: [] }, owner: 'added' },
    ]);
    const ask = (of: Content) => listAll((start) => of.listPublications({ order: 'title', kind: null, start }));
    const left = memoryContent([overlapping[1] as Feed, { ...older, posts: [], threads: [], recommendations: [] }]);
    expect(await ask(content)).toEqual(await ask(left));
  });

  test('are all listed after a change where there was no catalogue, as of an earlier form', async () => {
    const content = await store([seed, newer]);
    await database.delete('meta', 'catalogue');
    await changeLibrary(database, [{ kind: 'replace', feed: seed, owner: 'added' }]);
    const wanted = { order: 'said', kind: null, start: 0 } as const;
    expect(await content.listPublications(wanted)).toEqual(await memoryContent([newer, seed]).listPublications(wanted));
  });

  test('say what they are coverage of', async () => {
    const content = await store([seed]);
    const covering = seed.publications.find(({ coverageOf }) => coverageOf !== null);
    expect(await content.describePublication({ id: covering?.id ?? '' })).toMatchObject({
      coverageOf: { id: covering?.coverageOf },
    });
  });
});

describe('recommendations', () => {
  test('come in parts, over feeds and their segments, each with its publication and its post', async () => {
    const popular = feedAbout({ sizes: [3], recommendations: 700 });
    const feeds = [seed, popular];
    const content = await store(feeds);
    const { total, items } = await content.listRecommendations({ start: 0 });
    expect([total, items.length]).toEqual([714, 500]);
    const rest = await content.listRecommendations({ start: 500 });
    const own = feeds.flatMap(({ recommendations }) => recommendations);
    expect([...items, ...rest.items].map(({ subject }) => subject.words)).toEqual(own.map(({ text }) => text));
    expect(items[0]).toMatchObject({
      subject: {
        number: own[0]?.number,
        publication: { title: seed.publications.find(({ id }) => id === own[0]?.publication)?.title },
      },
      day: seed.posts.find(({ id }) => id === own[0]?.post)?.time.slice(0, 10),
    });
    expect(await content.listRecommendations({ start: 714 })).toEqual({ items: [], total: 714 });
  });
});

describe('threads', () => {
  test('come newest first over all feeds, each once, with how they open', async () => {
    const content = await store(overlapping);
    const lists = await listAll((start) => content.listThreads({ start }));
    const lines = threadsOf(lists);
    const times = lines.map(({ thread }) => thread.time);
    expect(times).toEqual(times.toSorted().reverse());
    const ids = overlapping.flatMap((feed) => feed.threads.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(new Set(ids).size);
    expect(lines.map(({ thread }) => thread.id).toSorted()).toEqual([...new Set(ids)].toSorted());
    expect(lists[0]?.total).toBe(lines.length);
    const of = generated.threads[0];
    expect(lines.find(({ thread }) => thread.id === of?.id)).toMatchObject({
      opening: generated.posts.find(({ id }) => id === of?.posts[0])?.text,
      recommendations: generated.recommendations.filter(({ thread }) => thread === of?.id).length,
    });
  });

  test('that feeds hold in part are shown by the one with most of them', async () => {
    const whole = feedAbout({ sizes: [4] });
    const [thread] = whole.threads;
    const cut = partOf(whole, 'cut', 0, 2);
    const content = await store([cut, whole]);
    expect(await content.listThreads({ start: 0 })).toMatchObject({ items: [{ feed: whole.id, thread }], total: 1 });
    expect(await content.describeThread({ id: thread?.id ?? '' })).toMatchObject({ thread, feed: { id: whole.id } });
    expect(await content.describePost({ id: thread?.posts[0] ?? '' })).toMatchObject({
      thread,
      feed: { id: whole.id },
    });
  });

  test('that a feed has without their beginning, and so under another id, are listed once', async () => {
    const whole = feedAbout({ sizes: [17, 4] });
    const without = withoutBeginning(whole, 'without', 7);
    const first = partOf(whole, 'first', 0, 10);
    for (const feeds of [
      [without, whole],
      [whole, first, without],
      [without, { ...without, id: 'again' }, whole],
    ]) {
      const { items, total } = await (await store(feeds)).listThreads({ start: 0 });
      expect(items.map(({ thread, feed }) => [thread.posts.length, feed])).toEqual([
        [17, whole.id],
        [4, whole.id],
      ]);
      expect(total).toBe(2);
      expect(await memoryContent(feeds).listThreads({ start: 0 })).toEqual({ items, total });
    }
  });

  test('of which each has what the other has not are both listed', async () => {
    const whole = feedAbout({ sizes: [17] });
    const content = await store([partOf(whole, 'first', 0, 10), withoutBeginning(whole, 'without', 7)]);
    const { items } = await content.listThreads({ start: 0 });
    expect(items.map(({ thread }) => thread.posts.length)).toEqual([10, 10]);
  });

  test('are read in their order, with the numbers of what they recommend', async () => {
    const content = await store([seed]);
    const thread = seed.threads.find(({ id }) => seed.recommendations.some((each) => each.thread === id));
    const described = await content.describeThread({ id: thread?.id ?? '' });
    expect(described?.posts.map(({ id }) => id)).toEqual(thread?.posts);
    expect(described?.recommendations.map(({ number }) => number)).toEqual(
      Array.from({ length: 14 }, (_, at) => at + 1),
    );
    expect(described?.feed).toMatchObject({ id: seed.id, asOf: seed.asOf });
  });
});

test('what threads recommend is told apart also where it does not stand together', async () => {
  const feed = feedAbout({ sizes: [2, 2], recommendations: 6 });
  const recommendations = feed.recommendations.map((each, place) => {
    const thread = feed.threads[place % 2];
    return { ...each, thread: thread?.id ?? '', post: thread?.posts[0] ?? '' };
  });
  const content = await store([{ ...feed, recommendations }]);
  for (const [place, { id }] of feed.threads.entries()) {
    const described = await content.describeThread({ id });
    expect(described?.recommendations.map(({ number }) => number)).toEqual([1 + place, 3 + place, 5 + place]);
  }
});

describe('a post', () => {
  test('stands between what its thread has before and after it', async () => {
    const content = await store([seed]);
    const thread = seed.threads.find(({ posts }) => posts.length > 4);
    const [one, two, three, ...rest] = thread?.posts ?? [];
    const described = await content.describePost({ id: three ?? '' });
    expect(described).toMatchObject({ post: { id: three }, thread });
    expect(described?.before.map(({ id }) => id)).toEqual([one, two]);
    expect(described?.after.map(({ id }) => id)).toEqual(rest);
    expect(described?.recommendations).toEqual(seed.recommendations.filter(({ post }) => post === three));
    expect(described?.publications.map(({ id }) => id)).toEqual([thread?.publication]);
  });

  test.each([
    ['stored', store],
    ['in memory', async (feeds: readonly Feed[]) => memoryContent(feeds)],
  ])('quotes one that the library holds, %s', async (_, open) => {
    const [quoted, ...others] = seed.posts;
    const [post] = others;
    if (quoted === undefined || post === undefined) throw new Error('no posts');
    const named = { ...quoted, id: 'at://a/b/c', uri: 'at://a/b/c', thread: null };
    const quoting = { ...post, quote: 'at://a/b/c', thread: null };
    const away = { ...post, id: 'away', quote: 'at://a/b/d', thread: null };
    const content = await open([{ ...seed, posts: [quoting, away, named], threads: [], recommendations: [] }]);
    expect((await content.describePost({ id: quoting.id }))?.quoted).toEqual(named);
    expect((await content.describePost({ id: 'away' }))?.quoted).toBeNull();
    expect((await content.describePost({ id: named.id }))?.quoted).toBeNull();
  });

  test('alone has nothing around it', async () => {
    const content = await store([seed]);
    const alone = seed.posts.find(({ thread }) => thread === null);
    expect(await content.describePost({ id: alone?.id ?? '' })).toMatchObject({ thread: null, before: [], after: [] });
  });
});

test.each([
  ['stored', store],
  ['in memory', async (feeds: readonly Feed[]) => memoryContent(feeds)],
])('what is not held %s is null', async (_, open) => {
  const content = await open([seed]);
  const [known] = seed.publications;
  expect(await content.describePublication({ id: 'gone' })).toBeNull();
  expect(await content.describeThread({ id: 'gone' })).toBeNull();
  expect(await content.describePost({ id: 'gone' })).toBeNull();
  expect(await content.comparePublications({ first: known?.id ?? '', second: 'gone' })).toBeNull();
  expect(await content.comparePublications({ first: 'gone', second: known?.id ?? '' })).toBeNull();
});
