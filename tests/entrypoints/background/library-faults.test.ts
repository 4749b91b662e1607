import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest';
import type { BundledIndex, Feed } from '../../../core/model/feed.ts';
import { type Library, openLibrary } from '../../../entrypoints/background/library/open.ts';
import { LIBRARY_NAME } from '../../../entrypoints/background/library/schema.ts';
import { byHand, index, readStores, said, tell, wake } from './stores.ts';

let logged: MockInstance<typeof console.error>;

beforeEach(async () => {
  await deleteDB(LIBRARY_NAME);
  logged = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const damaged = (damage: (feed: Feed) => unknown) => ({ feeds: index.feeds.map(damage) }) as unknown as BundledIndex;

describe('a seeding that fails leaves all that was there', () => {
  beforeEach(() => wake());

  test.each<[string, (feed: Feed) => unknown]>([
    [
      'a row that cannot be cloned',
      (feed) => ({ ...feed, publications: [{ ...feed.publications[0], title: () => '' }] }),
    ],
    ['a row without its key', (feed) => ({ ...feed, threads: [{ ...feed.threads[0], id: undefined }] })],
    ['a first row that cannot be cloned', (feed) => ({ ...feed, posts: [{ ...feed.posts[0], text: () => '' }] })],
  ])('at %s', async (_, damage) => {
    const before = await readStores();
    await wake(async () => damaged(damage), '2').catch(() => null);
    expect(await readStores()).toEqual(before);
  });

  test.each<[string, (store: IDBObjectStore) => void]>([
    [
      'a full disk',
      () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    ],
    ['an abort in the middle', (store) => store.count().addEventListener('success', () => store.transaction.abort())],
  ])('at %s, and the library says that it is not the newest', async (_, break_) => {
    const before = await readStores();
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row, key) {
      if (this.name === 'recommendations') break_(this);
      return put.call(this, row, key);
    });
    const library = await wake(undefined, '2');
    expect(library).toMatchObject({ storedIn: 'indexeddb', because: 'refused', version: '1', said });
    expect(await readStores()).toEqual(before);
  });
});

describe('what is stored is stored anew, once, where', () => {
  const change = (store: string, changed: (row: object) => object) =>
    byHand(async (database) => {
      const [[row], [key]] = [await database.getAll(store), await database.getAllKeys(store)];
      const { keyPath } = database.transaction(store).store;
      await database.put(store, changed(row), keyPath === null ? key : undefined);
    });

  test.each<[string, () => Promise<unknown>]>([
    [
      'all rows are gone',
      () =>
        byHand((all) =>
          Promise.all(
            ['feeds', 'posts', 'threads', 'recommendations', 'entries', 'publications'].map((name) => all.clear(name)),
          ),
        ),
    ],
    ...['conversations', 'pages', 'publications', 'entries'].map(
      (name) => [`there are no ${name}`, () => byHand((all) => all.clear(name))] as [string, () => Promise<unknown>],
    ),
    ['a store is empty', () => byHand((all) => all.clear('recommendations'))],
    ['one row is gone', () => byHand(async (all) => all.delete('posts', (await all.getAllKeys('posts'))[3] ?? ''))],
    [
      'one row is too many',
      () =>
        byHand(async (all) => all.put('posts', (await all.getAll('posts'))[0], [1, index.feeds[0]?.posts.length ?? 0])),
    ],
    ['a post has no text', () => change('posts', (row) => ({ ...row, text: undefined }))],
    ['a post has no time', () => change('posts', (row) => ({ ...row, time: undefined }))],
    ['a thread has no posts', () => change('threads', (row) => ({ ...row, posts: [] }))],
    ['a thread has no list of posts', () => change('threads', (row) => ({ ...row, posts: undefined }))],
    ['a feed has no profile', () => change('feeds', (row) => ({ ...row, profile: null }))],
    [
      'a row makes the resolver throw',
      () => change('entries', (row) => ({ ...row, publication: { ...Object(row).publication, addresses: [null] } })),
    ],
    [
      'a store cannot be read',
      async () => {
        vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementationOnce(() => {
          throw new DOMException('a broken file', 'UnknownError');
        });
      },
    ],
    ['a feed has no segments', () => change('feeds', (row) => ({ ...row, segments: undefined }))],
    ['a feed is not what the index held', () => byHand((all) => all.clear('feeds'))],
  ])('%s', async (_, damage) => {
    await wake();
    await damage();
    const fetchIndex = vi.fn(async () => index);
    expect(await wake(fetchIndex)).toMatchObject({ storedIn: 'indexeddb', said });
    expect(logged).toHaveBeenCalledTimes(1);
    await wake(fetchIndex);
    expect(fetchIndex).toHaveBeenCalledTimes(1);
  });

  test('the database is there without its stores', async () => {
    await deleteDB(LIBRARY_NAME);
    (await openDB(LIBRARY_NAME, 1, { upgrade: (database) => void database.createObjectStore('x') })).close();
    expect(await wake()).toMatchObject({ storedIn: 'indexeddb', said });
  });

  test('and not again where that is damaged too: it serves from memory, and says so', async () => {
    await wake();
    await byHand((all) => all.clear('posts'));
    const half = damaged((feed) => ({ ...feed, posts: feed.posts.map((post) => ({ ...post, time: null })) }));
    const fetchIndex = vi.fn(async () => half);
    expect(await wake(fetchIndex)).toMatchObject({ storedIn: 'memory', because: 'damaged' });
    expect(fetchIndex).toHaveBeenCalledTimes(2);
  });
});

describe('the bundled index serves from memory, and says why, where the browser', () => {
  test.each(['SecurityError', 'InvalidStateError', 'QuotaExceededError', 'UnknownError'])('says %s', async (name) => {
    const refusal = new DOMException('no', name);
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw refusal;
    });
    expect(await wake()).toMatchObject({ storedIn: 'memory', because: 'refused', said });
    expect(logged.mock.calls).toEqual([[expect.any(String), refusal]]);
  });

  test('has no IndexedDB', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const library = await wake();
    vi.unstubAllGlobals();
    expect(library).toMatchObject({ storedIn: 'memory', because: 'refused', said });
  });

  test('holds what a newer version stored', async () => {
    (await openDB(LIBRARY_NAME, 99)).close();
    expect(await wake()).toMatchObject({ storedIn: 'memory', because: 'newer', said });
  });
});

test('a fault of our own is called one, and logged with its error', async () => {
  const fault = new TypeError('x is not a function');
  const fetchIndex = vi.fn(async () => index).mockRejectedValueOnce(fault);
  expect(await wake(fetchIndex)).toMatchObject({ storedIn: 'memory', because: 'failed', said });
  expect(logged.mock.calls).toEqual([[expect.any(String), fault]]);
});

describe('storage that does not answer', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  const limit = () => vi.advanceTimersByTimeAsync(3000);

  test('when it is opened: the index serves from memory, until the database comes', async () => {
    await wake();
    const other = await openDB(LIBRARY_NAME);
    // Waits for the other connection, and whoever opens the database waits for it.
    const deleting = deleteDB(LIBRARY_NAME);
    const onChange = vi.fn();
    const library = openLibrary({ version: '1', fetchIndex: async () => index }, onChange);
    const opening = library();
    await limit();
    expect(await tell(await opening)).toMatchObject({ storedIn: 'memory', because: 'unanswered', said });
    expect(onChange).not.toHaveBeenCalled();
    other.close();
    await deleting;
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
    await vi.waitFor(async () => expect(await tell(await library())).toMatchObject({ storedIn: 'indexeddb', said }));
  });

  test.each([
    ['read', '1'],
    ['filled', '2'],
  ])('when it is %s: the same', async (_, version) => {
    await wake();
    const other = await openDB(LIBRARY_NAME);
    let isBusy = true;
    const posts = other.transaction('posts', 'readwrite').store;
    const [[row], [key]] = [await posts.getAll(), await posts.getAllKeys()];
    const keepBusy = async (): Promise<void> => {
      await posts.put(row, key);
      if (isBusy) await keepBusy();
    };
    const busy = keepBusy();
    const library = openLibrary({ version, fetchIndex: async () => index });
    const opening = library();
    await limit();
    expect(await tell(await opening)).toMatchObject({ storedIn: 'memory', because: 'unanswered', said });
    isBusy = false;
    await busy;
    other.close();
    await vi.waitFor(async () => expect(await tell(await library())).toMatchObject({ storedIn: 'indexeddb', said }));
  });

  test('when another context blocks it: at once', async () => {
    (await openDB(LIBRARY_NAME, 1, { upgrade: (database) => void database.createObjectStore('x') })).close();
    const other = await openDB(LIBRARY_NAME);
    expect(await wake()).toMatchObject({ storedIn: 'memory', because: 'unanswered' });
    other.close();
  });
});

test('a library that is open gives way to whoever wants its database gone, and goes on answering', async () => {
  const library = openLibrary({ version: '1', fetchIndex: async () => index });
  await library();
  await deleteDB(LIBRARY_NAME);
  expect(await tell(await library())).toMatchObject({ storedIn: 'indexeddb', said });
});

describe('what turns out damaged when it is asked for', () => {
  const gloss = async (library: () => Promise<Library>) => (await library()).sample();

  test('is stored anew, and the asker asks again', async () => {
    const onChange = vi.fn();
    const library = openLibrary({ version: '1', fetchIndex: async () => index }, onChange);
    const before = await gloss(library);
    await byHand((all) => all.clear('posts'));
    await expect(gloss(library)).rejects.toThrow('a row is missing');
    expect(await gloss(library)).toEqual(before);
    expect((await library()).storedIn).toBe('indexeddb');
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  test('a second time, serves from memory, and says so', async () => {
    const library = openLibrary({ version: '1', fetchIndex: async () => index });
    const before = await gloss(library);
    for (const _ of [1, 2]) {
      await byHand((all) => all.clear('threads'));
      await expect(gloss(library)).rejects.toThrow('a row is missing');
      await library();
    }
    expect(await gloss(library)).toEqual(before);
    expect(await library()).toMatchObject({ storedIn: 'memory', because: 'damaged' });
  });
});
