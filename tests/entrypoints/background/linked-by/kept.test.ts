import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import { MOST_KEPT } from '../../../../core/linked-by/kept-feed.ts';
import { KEPT_FEED } from '../../../../core/linked-by/kept-id.ts';
import type { FeedId } from '../../../../core/model/ids.ts';
import type { FeedChange } from '../../../../entrypoints/background/library/change.ts';
import { createKept } from '../../../../entrypoints/background/linked-by/kept.ts';
import { createKeptStore, KEPT_NAME } from '../../../../entrypoints/background/linked-by/kept-database.ts';
import { createAnswerStore } from '../../../../entrypoints/background/linked-by/session.ts';
import { createTrial } from '../../../../entrypoints/background/linked-by/trial.ts';
import { foundPost, keptRow, sourcePost } from '../../../core/linked-by/posts.ts';

let store = createKeptStore();
let held: FeedId[];
let changes: FeedChange[];
let refusal: Error | null;

beforeEach(async () => {
  await store.close();
  await deleteDB(KEPT_NAME);
  store = createKeptStore();
  [held, changes, refusal] = [[], [], null];
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

/** As a background has it that has just started. */
function start(version = 'v') {
  return createKept({
    store,
    version,
    name: async () => 'Kept posts',
    library: {
      async change(made) {
        if (refusal !== null) throw refusal;
        changes.push(...made);
        held = made.flatMap((change) => (change.kind === 'remove' ? [] : [change.feed.id]));
      },
      readFeeds: async () => held,
    },
  });
}

const keptNow = () => changes.at(-1);
const row = (key: string) => keptRow(sourcePost('a', key));
const DONE = { ok: true, value: null };

test('what is kept is the library’s feed, post by post, until the last is dropped', async () => {
  const kept = start();
  expect(await Promise.all([kept.keep(row('1')), kept.keep(row('2')), kept.keep(row('1'))])).toEqual([
    DONE,
    DONE,
    DONE,
  ]);
  expect(changes).toHaveLength(2);
  expect(keptNow()).toMatchObject({ kind: 'replace', owner: 'added', feed: { id: KEPT_FEED } });
  expect(await kept.drop(row('1').uri)).toEqual(DONE);
  expect(keptNow()).toMatchObject({ feed: { posts: [{ uri: row('2').uri }] } });
  expect(await kept.drop(row('1').uri)).toEqual(DONE);
  expect(changes).toHaveLength(3);
  await kept.drop(row('2').uri);
  expect(keptNow()).toEqual({ kind: 'remove', id: KEPT_FEED });
  expect(await kept.readUris()).toEqual([]);
});

test('what the library does not take is not kept, and what it does not let go stays', async () => {
  const kept = start();
  refusal = new Error('no room');
  expect(await kept.keep(row('1'))).toEqual({ ok: false, error: { kind: 'not-stored' } });
  expect(await kept.readUris()).toEqual([]);
  refusal = null;
  await kept.keep(row('1'));
  refusal = new Error('no room');
  expect(await kept.drop(row('1').uri)).toEqual({ ok: false, error: { kind: 'not-stored' } });
  expect(await kept.readUris()).toEqual([row('1').uri]);
});

test('no more are kept than can be', async () => {
  const kept = start();
  await kept.putAll(Array.from({ length: MOST_KEPT + 5 }, (_, key) => row(String(key))));
  expect(await kept.readUris()).toHaveLength(MOST_KEPT);
  expect(await kept.keep(row('more'))).toEqual({ ok: false, error: { kind: 'full' } });
  expect(await kept.keep(row('1'))).toEqual(DONE);
});

test('what was cut off is made good, what another version made is made anew, and else nothing is done', async () => {
  await start().keep(row('1'));
  const after = changes.length;
  await start().relink();
  expect(changes).toHaveLength(after);
  await start('w').relink();
  expect(changes).toHaveLength(after + 1);
  held = [];
  await start('w').relink();
  expect(changes).toHaveLength(after + 2);
  await store.change({ put: [row('2')], drop: [] });
  await start('w').relink();
  expect(keptNow()).toMatchObject({ feed: { posts: [{}, {}] } });
  await store.change({ put: [], drop: [row('1').uri, row('2').uri] });
  await start('w').relink();
  expect(keptNow()).toEqual({ kind: 'remove', id: KEPT_FEED });
  await start('w').relink();
  expect(changes).toHaveLength(after + 4);
});

test('what was cut off is made good by who asks once more', async () => {
  const kept = start();
  await kept.keep(row('1'));
  await store.change({ put: [row('2')], drop: [] });
  expect(await kept.keep(row('2'))).toEqual(DONE);
  expect(keptNow()).toMatchObject({ feed: { posts: [{}, {}] } });
  await store.change({ put: [], drop: [row('2').uri] });
  expect(await kept.drop(row('2').uri)).toEqual(DONE);
  expect(keptNow()).toMatchObject({ feed: { posts: [{ uri: row('1').uri }] } });
  await store.change({ put: [], drop: [row('1').uri] });
  refusal = new Error('no room');
  expect(await kept.drop(row('1').uri)).toEqual({ ok: false, error: { kind: 'not-stored' } });
});

test('all of it is removed, and comes back from a backup once', async () => {
  const kept = start();
  await kept.putAll([row('1'), row('2')]);
  const rows = await kept.readAll();
  await kept.removeAll();
  expect(held).toEqual([]);
  await kept.removeAll();
  await kept.putAll(rows);
  const made = changes.length;
  await kept.putAll(rows);
  expect(changes).toHaveLength(made);
  expect(await kept.readAll()).toEqual(rows);
});

function storage(refuses: (items: Record<string, unknown>) => boolean = () => false) {
  let stored: Record<string, unknown> = {};
  return {
    get: async () => stored,
    async set(items: Record<string, unknown>) {
      if (refuses(items)) throw new Error('QUOTA_BYTES');
      stored = { ...stored, ...JSON.parse(JSON.stringify(items)) };
    },
  };
}

const found = (askedAt: number, ...keys: readonly string[]) => ({
  askedAt,
  addresses: [],
  sources: [],
  posts: keys.map((key) => foundPost(sourcePost('a', key))),
});

test('an answer is found by its page and by its posts, for a day', async () => {
  let now = 10;
  const answers = createAnswerStore(storage(), () => now);
  await Promise.all([answers.put('one', found(5, '1', '2')), answers.put('two', found(6, '2'))]);
  expect((await answers.read('one'))?.posts).toHaveLength(2);
  expect((await answers.find(sourcePost('a', '2').uri))?.page).toBe('two');
  expect((await answers.find(sourcePost('a', '1').uri))?.page).toBe('one');
  expect(await answers.find(sourcePost('a', '3').uri)).toBeNull();
  now += 24 * 3_600_000;
  expect(await answers.read('two')).toBeNull();
  now = 10;
  await answers.clear();
  expect(await answers.read('one')).toBeNull();
});

test('where there is no room for all answers the latest is kept, and where there is none, none', async () => {
  const narrow = createAnswerStore(
    storage(({ linkedBy }) => Object.keys(linkedBy ?? {}).length > 1),
    () => 10,
  );
  await narrow.put('one', found(5, '1'));
  await narrow.put('two', found(6, '1'));
  expect([await narrow.read('one'), (await narrow.read('two'))?.askedAt]).toEqual([null, 6]);
  const full = createAnswerStore(
    storage(() => true),
    () => 10,
  );
  await full.put('one', found(5, '1'));
  expect(await full.read('one')).toBeNull();
});

test('a search that refused is tried again after a day, and another service at once', async () => {
  let [now, service] = [10, 'https://one.example'];
  const trial = createTrial({ storage: storage(), now: () => now, readService: async () => service });
  expect(await trial.isDue()).toBe(true);
  await trial.noteRefusal();
  expect(await trial.isDue()).toBe(false);
  service = 'https://other.example';
  expect(await trial.isDue()).toBe(true);
  service = 'https://one.example';
  now += 24 * 3_600_000 - 1;
  expect(await trial.isDue()).toBe(false);
  now += 1;
  expect(await trial.isDue()).toBe(true);
  // A clock that was set back.
  now = 0;
  expect(await trial.isDue()).toBe(true);
});
