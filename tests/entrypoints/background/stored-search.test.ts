import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Feed } from '../../../core/model/feed.ts';
import { HITS_IN_PART, type SearchRequest } from '../../../core/protocol/search.ts';
import { changeLibrary, type FeedChange } from '../../../entrypoints/background/library/change.ts';
import type { Content } from '../../../entrypoints/background/library/content.ts';
import { openDatabase } from '../../../entrypoints/background/library/database.ts';
import { memoryContent } from '../../../entrypoints/background/library/memory-content.ts';
import { LIBRARY_NAME, type LibraryDatabase } from '../../../entrypoints/background/library/schema.ts';
import { storedContent } from '../../../entrypoints/background/library/stored-content.ts';
import { generateFeed } from '../../bench/generated-feed.ts';
import { noteOn, ownOf, subjectsIn } from '../../core/search/own-made.ts';
import { index } from './stores.ts';

const [seed] = index.feeds as [Feed];
const generated = generateFeed(600).feed;
/** Half of the generated feed's posts, and half of what they say, as a copy of the same profile has them. */
const copy: Feed = {
  ...generated,
  id: 'copy',
  profile: { ...generated.profile, handle: 'copy.example' },
  posts: generated.posts.slice(100, 400),
  threads: [],
  recommendations: generated.recommendations.slice(50),
};
const feeds = [seed, generated, copy];

let database: LibraryDatabase;
let stored: Content;
const memory = memoryContent(feeds);

// Most tests only read.
beforeAll(fill);
afterAll(() => database.close());

async function fill() {
  await deleteDB(LIBRARY_NAME);
  database = await openDatabase({});
  for (const feed of feeds) await changeLibrary(database, [{ kind: 'replace', feed, owner: 'added' }]);
  stored = storedContent(database, expect.unreachable);
}

test('who only counts reads no hits, and nobody gets more than a part', async () => {
  const whole = await stored.search(ask('procurement'), []);
  const counted = await stored.search(ask('procurement', { most: 0 }), []);
  expect(counted).toEqual({ ...whole, hits: [] });
  const first = await stored.search(ask('procurement', { most: 3 }), []);
  expect(first.hits).toEqual(whole.hits.slice(0, 3));
  expect((await stored.search(ask('', { most: 1000 }), [])).hits).toHaveLength(HITS_IN_PART);
});

function ask(text: string, rest: Partial<SearchRequest> = {}): SearchRequest {
  return { text, order: 'relevance', start: 0, most: HITS_IN_PART, from: null, newSince: 0, ...rest };
}

const words = generated.posts.flatMap(
  ({ text }) =>
    text
      .match(/[a-z]{6,}/gi)
      ?.slice(0, 2)
      .join(' ') ?? [],
);
const TEXTS = [
  '',
  'procurement',
  'procu',
  'procuremnt',
  'digital zzz',
  '"horizon scanning"',
  'tax -reform',
  'publication:"tax reform"',
  'account:copy.example',
  'kind:recommendation government',
  'from:2025-10 to:2025-11-05',
  'site:instituteforgovernment.org.uk',
  'the',
  'is:new',
  ...words.slice(0, 20),
  ...words.slice(20, 30).map((each) => `"${each}"`),
];

describe('the stores find what memory does', () => {
  test.each(TEXTS)('%s', async (text) => {
    const fresh = generated.posts.slice(0, 120).map(({ id }) => id);
    for (const request of [ask(text), ask(text, { order: 'day' }), ask(text, { start: 100 })])
      expect(await stored.search(request, fresh)).toEqual(await memory.search(request, fresh));
  });
});

describe('the stores look up what memory does', () => {
  const own = ownOf([noteOn(subjectsIn(generated).post(3), 'Procurement of quangos')]);
  test.each([...TEXTS, 'quango', 'www.ukri.org/news/innovat...', 'https://example.org/'])('%s', async (asked) => {
    const question = { asked, linkText: '' };
    const facts = async () => ({ own, fresh: { posts: generated.posts.slice(0, 120).map(({ id }) => id), since: 0 } });
    expect(await stored.lookUp(question, facts())).toEqual(await memory.lookUp(question, facts()));
  });
});

describe('a look-up', () => {
  test.each(TEXTS.filter((text) => text !== ''))('finds as much as the library’s search: %s', async (text) => {
    const answer = await stored.lookUp({ asked: text, linkText: '' });
    const { total, hits, counts, instead, faults } = await stored.search(ask(text), []);
    if (answer.kind !== 'words') throw new Error('an address');
    const { publications, recommendations, posts, notes } = answer;
    expect(answer).toMatchObject({ inLibrary: total, instead, faults });
    expect(publications.total + recommendations.total + posts.total + notes.total).toBe(total);
    expect(posts.total).toBe(/kind:recommendation/.test(text) ? 0 : counts.kinds.post);
    const ranked = hits.filter(({ kind }) => kind === 'post').slice(0, 10);
    expect(posts.items.slice(0, ranked.length)).toEqual(ranked);
  });
});

test('each search takes one transaction', async () => {
  const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await stored.search(ask('government reform publication:"tax reform" site:gov.uk'), ['a post']);
  await stored.search(ask('goverment refrom'), []);
  expect(transactions).toHaveBeenCalledTimes(2);
  transactions.mockRestore();
});

test('one that was prepared for reads no column any more', async () => {
  const readColumns = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  const columnsRead = () => readColumns.mock.contexts.filter((store) => (store as IDBObjectStore).name === 'columns');
  const fresh = storedContent(database, expect.unreachable);
  await fresh.prepareSearch();
  expect(columnsRead()).not.toEqual([]);
  readColumns.mockClear();
  await fresh.lookUp({ asked: 'procurement', linkText: '' });
  expect(columnsRead()).toEqual([]);
  readColumns.mockRestore();
});

describe('what several feeds hold', () => {
  test('is found once, and counts for each of its accounts', async () => {
    const { total, counts } = await stored.search(ask('kind:post'), []);
    const ids = new Set(feeds.flatMap(({ posts }) => posts.map(({ id }) => id)));
    expect(total).toBe(ids.size);
    expect(counts.accounts).toEqual([
      { handle: generated.profile.handle, displayName: generated.profile.displayName, hits: 600 },
      { handle: 'copy.example', displayName: generated.profile.displayName, hits: 300 },
      { handle: seed.profile.handle, displayName: seed.profile.displayName, hits: seed.posts.length },
    ]);
  });

  test('is shown as the account has it that is asked for', async () => {
    const { total, hits } = await stored.search(ask('account:copy.example kind:post'), []);
    expect(total).toBe(300);
    expect(new Set(hits.map((hit) => 'feed' in hit && hit.feed))).toEqual(new Set(['copy']));
  });
});

test('searches at once do not wait for one another', async () => {
  const texts = ['', 'government', 'procuremnt', '"horizon scanning"'];
  const answers = await Promise.all(texts.map((text) => stored.search(ask(text), [])));
  expect(answers).toEqual(await Promise.all(texts.map((text) => memory.search(ask(text), []))));
});

describe('once it has changed', () => {
  // The library that the tests before read is closed before another takes its place.
  beforeAll(() => database.close());
  beforeEach(fill);
  afterEach(async () => {
    // What a search that failed still reads ends before the file does.
    await database.transaction([...database.objectStoreNames], 'readwrite').done;
    database.close();
  });

  test('what several feeds hold is as before once one of them has gone', async () => {
    const gone: FeedChange = { kind: 'remove', id: generated.id };
    await changeLibrary(database, [gone]);
    const { total } = await stored.search(ask('kind:post'), []);
    expect(total).toBe(seed.posts.length + 300);
    expect(await stored.search(ask('government'), [])).toEqual(
      await memoryContent([seed, copy]).search(ask('government'), []),
    );
  });

  test('a segment that was added is found with the rest', async () => {
    const { posts, ...rest } = generateFeed(50, 9).feed;
    await changeLibrary(database, [{ kind: 'add', feed: { ...rest, id: copy.id, posts }, owner: 'added' }]);
    expect((await stored.search(ask('kind:post'), [])).counts.kinds.post).toBe(630 + seed.posts.length - 30 + 50);
  });

  test('columns that are damaged are told', async () => {
    const onDamage = vi.fn();
    await database.clear('columns');
    await expect(storedContent(database, onDamage).search(ask(''), [])).rejects.toThrow('bytes end');
    expect(onDamage).toHaveBeenCalledTimes(1);
  });
});
