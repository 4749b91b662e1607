import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Gloss, NextPages } from '../../../core/gloss/gloss.ts';
import type { Feed } from '../../../core/model/feed.ts';
import type { Match } from '../../../core/model/match.ts';
import type { Page } from '../../../core/postings/pages.ts';
import { claim } from '../../../core/recognise/recognise.ts';
import { changeLibrary } from '../../../entrypoints/background/library/change.ts';
import type { Content } from '../../../entrypoints/background/library/content.ts';
import { openDatabase } from '../../../entrypoints/background/library/database.ts';
import { memoryContent } from '../../../entrypoints/background/library/memory-content.ts';
import type { LibraryDatabase } from '../../../entrypoints/background/library/schema.ts';
import { storedContent } from '../../../entrypoints/background/library/stored-content.ts';
import 'fake-indexeddb/auto';
import { goldPages, makeFeed } from '../../bench/gold.ts';
import { feedAbout, POPULAR } from '../../core/gloss/popular-report.ts';
import { index } from './stores.ts';

const popular = feedAbout({ sizes: [...Array<number>(70).fill(1), 5, 45, 1, 1, 30], recommendations: 250 });
/** The first feed's newer half under another name, as two copies of one profile have it. */
const half: Feed = {
  ...popular,
  id: 'half',
  posts: popular.posts.slice(0, 60),
  recommendations: popular.recommendations.slice(0, 100),
};
const about: Match = claim('exact', POPULAR.id, [{ kind: 'address-known' }]);

let database: LibraryDatabase;
beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  database = await openDatabase({});
});
// What failed still reads, and ends before the file does.
afterEach(() => database.transaction([...database.objectStoreNames], 'readwrite').done);

async function store(feeds: readonly Feed[]): Promise<Content> {
  for (const feed of feeds) await changeLibrary(database, [{ kind: 'replace', feed, owner: 'added' }]);
  return storedContent(database, expect.unreachable);
}

/** All pages of what is said, as who asks for more gets them. */
async function readPages(content: Content) {
  const pages: unknown[] = [await content.gloss(about)];
  const { next } = pages[0] as Gloss;
  for (const kind of ['conversations', 'recommendations'] as const) {
    for (let cursor: NextPages[typeof kind] | undefined = next[kind]; cursor; ) {
      const more = await content.more(about, cursor);
      pages.push(more);
      cursor = more?.next[kind];
    }
  }
  return pages;
}

describe('the stores give what memory gives', () => {
  test.each([
    ['one feed', [popular]],
    ['two feeds with the same posts', [popular, half]],
  ])('of %s', async (_, feeds) => {
    const stored = await readPages(await store(feeds));
    expect(stored).toEqual(await readPages(memoryContent(feeds)));
    expect(stored.length).toBeGreaterThan(6);
  });

  test('of one post, and of everything at once', async () => {
    const [stored, memory] = [await store([popular]), memoryContent([popular])];
    const post = { kind: 'post', post: popular.posts.at(-1)?.id ?? '' } as const;
    expect(await stored.more(about, post)).toEqual(await memory.more(about, post));
    expect(await stored.whole(about)).toEqual(await memory.whole(about));
    expect(await stored.countPosts([about])).toEqual([popular.posts.length]);
    expect([...(await stored.postsAbout([POPULAR.id]))].sort()).toEqual(popular.posts.map(({ id }) => id).sort());
  });
});

test('words and beginnings of words find the same, in the same order, as many', async () => {
  const [bundled = popular] = index.feeds;
  const shown = { alternativeTexts: ['A chart of tax bases'], tags: ['gardening'] };
  const illustrated = { ...bundled, posts: bundled.posts.map((post) => ({ ...post, ...shown })) };
  const feeds = [illustrated, { ...makeFeed(goldPages), id: 'gold' }, popular];
  const [stored, memory] = [await store(feeds), memoryContent(feeds)];
  const titles = goldPages.map(({ title }) => title);
  const asked = [
    ...titles,
    ...titles.map((title) => title.slice(0, title.length / 2)),
    'tax',
    'gardening',
    'pub',
    'not held anywhere',
  ];
  for (const each of asked) {
    const question = { asked: each, linkText: '' };
    expect(await stored.lookUp(question), each).toEqual(await memory.lookUp(question));
  }
});

test('a page reads no more posts than it shows', async () => {
  const stored = await store([popular]);
  const reads = vi.spyOn(IDBObjectStore.prototype, 'get');
  const { conversations } = await stored.gloss(about);
  const ofPosts = reads.mock.contexts.filter((store) => (store as IDBObjectStore).name === 'posts');
  expect(ofPosts).toHaveLength(conversations.flatMap(({ posts }) => posts).length);
  reads.mockRestore();
});

test('recommendations in a row are read at once', async () => {
  const stored = await store([popular]);
  const reads = readsOf('recommendations');
  const { counts } = await stored.gloss(about);
  expect(counts.recommendations).toBe(250);
  expect(reads()).toEqual(['getAll']);
});

test('a look-up reads no conversations, and of what it finds by its title no posts', async () => {
  const stored = await store([popular]);
  const conversations = readsOf('conversations');
  const named = await stored.lookUp({ asked: POPULAR.title, linkText: '' });
  expect(named).toMatchObject({ publications: { items: [{ foundIn: [{ field: 'title' }] }] } });
  const said = await stored.lookUp({ asked: popular.posts[0]?.text ?? '', linkText: '' });
  expect(said).toMatchObject({ publications: { items: [{ foundIn: [{ field: 'posts' }] }] } });
  expect(conversations()).toEqual([]);
});

/** What a store was asked for since. */
function readsOf(name: string): () => readonly string[] {
  const methods = ['get', 'getAll'] as const;
  const spies = methods.map((method) => ({ method, spy: vi.spyOn(IDBObjectStore.prototype, method) }));
  onTestFinished(() => {
    for (const { spy } of spies) spy.mockRestore();
  });
  return () =>
    spies.flatMap(({ method, spy }) =>
      spy.mock.contexts.filter((store) => (store as IDBObjectStore).name === name).map(() => method),
    );
}

test('a row that another names and that is gone is told as damage', async () => {
  await store([popular]);
  await database.clear('posts');
  const onDamage = vi.fn();
  await expect(storedContent(database, onDamage).gloss(about)).rejects.toThrow('a row is missing');
  expect(onDamage).toHaveBeenCalledTimes(1);
});

test.each<[string, object]>([
  ['has no terms', { terms: undefined }],
  ['has no bytes', { gaps: undefined }],
  ['has bytes of another', { gaps: Uint8Array.of(0, 0, 0) }],
])('and so is a page of postings that %s', async (_, damage) => {
  await store([popular]);
  const keys = await database.getAllKeys('pages');
  for (const key of keys)
    await database.put('pages', { ...((await database.get('pages', key)) as Page), ...damage }, key);
  const onDamage = vi.fn();
  const content = storedContent(database, onDamage);
  await expect(content.lookUp({ asked: 'report', linkText: '' })).rejects.toThrow('is damaged');
  expect(onDamage).toHaveBeenCalled();
});
