import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readRecord } from '../../../../core/sources/bluesky/record.ts';
import type { FetchedPost } from '../../../../core/sources/fetched-post.ts';
import { ACCOUNTS_NAME } from '../../../../entrypoints/background/accounts/database.ts';
import { createImportAnswers } from '../../../../entrypoints/background/accounts/imports.ts';
import type { ReadingQueue } from '../../../../entrypoints/background/accounts/reading-queue.ts';
import { createAccountsStore } from '../../../../entrypoints/background/accounts/store.ts';
import { DID, REPORT } from './fake-network.ts';

const profile = {
  displayName: 'Ada',
  handle: 'ada.example',
  bio: null,
  followers: null,
  following: null,
  posts: null,
  joined: null,
};
const account = { did: DID, profile, keep: 'all', isWhole: true } as const;
let clock = 0;
let finished: string[];
let finish: () => Promise<void>;
let texts: string[];
let store: ReturnType<typeof createAccountsStore>;
let answers: ReturnType<typeof createImportAnswers>;

beforeEach(async () => {
  await deleteDB(ACCOUNTS_NAME);
  store = createAccountsStore();
  finished = [];
  finish = async () => {};
  texts = [];
  const queue: Pick<ReadingQueue, 'takeIn' | 'addText'> = {
    takeIn: async (did) => {
      finished.push(did);
      await finish();
    },
    addText: async (_, text) => void texts.push(text),
  };
  answers = createImportAnswers({
    store,
    queue: queue as ReadingQueue,
    now: () => {
      clock += 1;
      return clock;
    },
    onProgress: () => {},
    feedOf: async ({ keep }) => ({ feed: `bluesky:${DID}`, isBundled: false, keep }),
    copyOf: async () => null,
  });
});
afterEach(() => store.close());

function post(key: string): FetchedPost {
  const uri = `at://${DID}/app.bsky.feed.post/${key}` as const;
  const author = { did: DID, handle: 'ada.example', displayName: 'Ada' };
  const read = readRecord(author, uri, {
    $type: 'app.bsky.feed.post',
    text: key,
    createdAt: '2026-01-01T00:00:00Z',
  });
  return { uri, cid: 'c', post: read ?? expect.unreachable() };
}
async function begin(): Promise<number> {
  const begun = await answers.beginImport(account, null);
  return begun.ok ? begun.value : expect.unreachable();
}

test('nothing of a file counts before its end', async () => {
  const number = await begin();
  expect(await answers.importPosts({ number, posts: [post('a'), post('b')] }, null)).toEqual({ ok: true, value: null });
  expect([await store.readAll(), await store.countPosts(DID)]).toEqual([[], 0]);
  expect(await answers.endImport({ number }, null)).toEqual({ ok: true, value: null });
  expect(await store.countPosts(DID)).toBe(2);
  expect(finished).toEqual([DID]);
});

test('a file whose posts the library does not take is not told to be taken in', async () => {
  finish = async () => {
    const failure = { failure: { kind: 'not-taken' }, retryAt: null } as const;
    await store.change(DID, (row) => ({ ...row, failure }));
  };
  const number = await begin();
  await answers.importPosts({ number, posts: [post('a')] }, null);
  expect(await answers.endImport({ number }, null)).toEqual({ ok: false, error: { kind: 'not-stored' } });
});

test('of an account that is not there yet, only what is to be kept is stored; of another all is, and looked through later', async () => {
  const speaks = { ...post('b'), post: { ...post('b').post, links: [{ shown: REPORT, address: REPORT }] } };
  const take = async () => {
    const begun = await answers.beginImport({ ...account, keep: 'reports' }, null);
    const number = begun.ok ? begun.value : expect.unreachable();
    await answers.importPosts({ number, posts: [post('a'), speaks] }, null);
    await answers.endImport({ number }, null);
    return (await store.readPosts(DID)).map(({ uri }) => uri);
  };
  expect(await take()).toEqual([speaks.uri]);
  expect(await take()).toEqual([post('a').uri, speaks.uri]);
});

test('who was not told that it has ended asks once more', async () => {
  const number = await begin();
  await answers.importPosts({ number, posts: [post('a')] }, null);
  await answers.endImport({ number }, null);
  expect(await answers.endImport({ number }, null)).toEqual({ ok: true, value: null });
  expect((await answers.importPosts({ number, posts: [post('b')] }, null)).ok).toBe(false);
  expect(await store.countPosts(DID)).toBe(1);
});

test('another import ends the one before, and nothing of that stays', async () => {
  const first = await begin();
  await answers.importPosts({ number: first, posts: [post('a')] }, null);
  const second = await begin();
  expect((await answers.importPosts({ number: first, posts: [post('b')] }, null)).ok).toBe(false);
  expect((await answers.endImport({ number: first }, null)).ok).toBe(false);
  await answers.endImport({ number: second }, null);
  expect(await store.countPosts(DID)).toBe(0);
});

test('one that is cancelled leaves nothing', async () => {
  const number = await begin();
  await answers.importPosts({ number, posts: [post('a')] }, null);
  expect(await answers.cancelImport({ number }, null)).toEqual({ isEnded: false });
  expect((await answers.endImport({ number }, null)).ok).toBe(false);
  expect(await store.readAll()).toEqual([]);
});

test('one that has ended cannot be cancelled any more, and who was not told hears so', async () => {
  const number = await begin();
  await answers.importPosts({ number, posts: [post('a')] }, null);
  await answers.endImport({ number }, null);
  expect(await answers.cancelImport({ number }, null)).toEqual({ isEnded: true });
  expect(await store.countPosts(DID)).toBe(1);
});

test('a page that is none says where', async () => {
  expect(await answers.importText({ text: 'no page' }, null)).toMatchObject({ ok: false, error: { line: 1 } });
  expect(texts).toEqual([]);
});

test('a session begins without what an import took in whose page is gone, and with what has ended', async () => {
  const ended = await begin();
  await answers.importPosts({ number: ended, posts: [post('a')] }, null);
  await answers.endImport({ number: ended }, null);
  await store.dropLeftImport();
  expect(await answers.endImport({ number: ended }, null)).toEqual({ ok: true, value: null });
  const left = await begin();
  await answers.importPosts({ number: left, posts: [post('b')] }, null);
  await store.dropLeftImport();
  expect((await answers.endImport({ number: left }, null)).ok).toBe(false);
  expect(await store.countPosts(DID)).toBe(1);
});
