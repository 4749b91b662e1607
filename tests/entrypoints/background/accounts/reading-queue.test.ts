import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseFeed } from '../../../../core/link/parse-feed.ts';
import type { BundledIndex } from '../../../../core/model/feed.ts';
import type { Failure } from '../../../../core/network/failure.ts';
import { readRecord } from '../../../../core/sources/bluesky/record.ts';
import { ACCOUNTS_NAME, type AccountRow } from '../../../../entrypoints/background/accounts/database.ts';
import { createFeedOf } from '../../../../entrypoints/background/accounts/feed-of.ts';
import { beginReading, linkOnly } from '../../../../entrypoints/background/accounts/read-account.ts';
import { createReadingQueue } from '../../../../entrypoints/background/accounts/reading-queue.ts';
import { createAccountsStore } from '../../../../entrypoints/background/accounts/store.ts';
import { type Library, openLibrary } from '../../../../entrypoints/background/library/open.ts';
import { LIBRARY_NAME } from '../../../../entrypoints/background/library/schema.ts';
import { createFakeNetwork, DID, type FakePost, REPORT } from './fake-network.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NO_FEEDS: BundledIndex = { version: 'v', feeds: [] };
let bundled = NO_FEEDS;

let clock = Date.parse('2026-03-01T12:00:00Z');
let fake: ReturnType<typeof createFakeNetwork>;
let store: ReturnType<typeof createAccountsStore>;
let library: Library;
let queue: ReturnType<typeof createReadingQueue>;
let wakings: (number | null)[];

beforeEach(async () => {
  clock = Date.parse('2026-03-01T12:00:00Z');
  bundled = NO_FEEDS;
  await Promise.all([deleteDB(ACCOUNTS_NAME), deleteDB(LIBRARY_NAME)]);
  fake = createFakeNetwork();
  store = createAccountsStore();
  wakings = [];
  library = await openLibrary({ version: 'v', fetchIndex: async () => bundled })();
  queue = start();
});
afterEach(() => store.close());

/** As a background does that has just started. */
function start() {
  return createReadingQueue({
    network: fake.network,
    store,
    now: () => clock,
    bundle: { version: 'v', fetchIndex: async () => bundled },
    library: {
      change: (changes) => library.change(changes),
      readAdded: async () => (await library.describeFeeds()).filter(({ isBundled }) => !isBundled).map(({ id }) => id),
    },
    onProgress: () => {},
    onRenamed: async () => {},
    wakeFor: async (at) => void wakings.push(at),
  });
}

async function add(keep: 'reports' | 'all' = 'reports'): Promise<void> {
  await store.put({ ...account(), keep });
  await queue.wake();
}

/** One of which nothing is read yet. */
function account(): AccountRow {
  const profile = {
    handle: 'ada.example',
    displayName: 'Ada',
    bio: null,
    followers: null,
    following: null,
    posts: 9,
    joined: null,
  };
  return {
    did: DID,
    profile,
    keep: 'reports',
    feed: `bluesky:${DID}`,
    isBundled: false,
    renamed: [],
    readAt: null,
    sweptAt: null,
    reading: beginReading('accounts', clock),
    failure: null,
    failures: 0,
    hidden: null,
    isLeaving: false,
    linkedWith: null,
  };
}

/** As the reader or the schedule asks for it. */
async function refresh(): Promise<void> {
  clock += HOUR;
  await store.change(DID, (row) => ({
    ...row,
    failure: null,
    failures: 0,
    reading: row.reading ?? beginReading('refresh', clock),
  }));
  await queue.wake();
}

const row = async () => (await store.read(DID)) as AccountRow;
const textsOfLibrary = async () => {
  const { publications, posts } = await search('procurement');
  return { publications: publications.total, posts: posts.items.map(({ post }) => post.text) };
};
async function search(asked: string) {
  const answer = await library.lookUp({ asked, linkText: '' });
  return answer.kind === 'words' ? answer : expect.unreachable();
}
const about = async () => {
  const [match] = await library.resolve([{ url: REPORT, text: '' }]);
  return match && (await library.gloss(match)).conversations.flatMap(({ posts }) => posts.map(({ text }) => text));
};

/** A thread about the report, and something else before and after it. */
const posts: readonly FakePost[] = [
  { key: 'a1', text: 'What I had for breakfast', at: '2026-02-01T08:00:00.000Z' },
  { key: 'b1', text: 'New report on procurement', at: '2026-02-02T08:00:00.000Z', isAbout: true },
  { key: 'b2', text: '1. Buy better.', at: '2026-02-02T08:01:00.000Z', reply: { root: 'b1', parent: 'b1' } },
  { key: 'b3', text: '2. Buy less.', at: '2026-02-02T08:02:00.000Z', reply: { root: 'b1', parent: 'b2' } },
  { key: 'c1', text: 'Off to lunch', at: '2026-02-03T12:00:00.000Z' },
];

describe('an account that is added', () => {
  test('has its posts about reports, with their threads, in the library, and no others', async () => {
    fake.state.posts.push(...posts);
    await add();
    expect(await about()).toEqual(['New report on procurement', '1. Buy better.', '2. Buy less.']);
    expect(await store.countPosts(DID)).toBe(3);
    expect((await search('breakfast')).posts.total).toBe(0);
    expect(await row()).toMatchObject({ reading: null, failure: null, readAt: clock, sweptAt: clock });
    expect(wakings.at(-1)).toBeNull();
  });

  test('has all of its posts where its reader wants all', async () => {
    fake.state.posts.push(...posts);
    await add('all');
    expect((await search('breakfast')).posts.total).toBe(1);
    expect(await store.countPosts(DID)).toBe(5);
  });

  test('goes on where the background was stopped, at any request', async () => {
    fake.state.posts.push(...posts);
    for (let stop = 1; stop <= 4; stop += 1) {
      fake.state.asked.length = 0;
      await queue.remove(DID);
      fake.state.onRequest = async () => {
        // The background is gone: nobody gets this answer.
        if (fake.state.asked.length === stop) await new Promise(() => {});
      };
      void add();
      await until(() => fake.state.asked.length === stop);
      fake.state.onRequest = async () => {};
      queue = start();
      await queue.wake();
      expect(await about(), `stopped at request ${stop}`).toEqual([
        'New report on procurement',
        '1. Buy better.',
        '2. Buy less.',
      ]);
    }
  });
});

describe('a refresh', () => {
  beforeEach(async () => {
    fake.state.posts.push(...posts);
    await add();
    fake.state.asked.length = 0;
  });

  test('brings what is new, and tells which posts these are', async () => {
    fake.state.posts.push({ key: 'd1', text: 'Procurement again', at: '2026-03-01T12:30:00.000Z', isAbout: true });
    await refresh();
    expect(await about()).toContain('Procurement again');
    expect(await store.readFresh()).toEqual([fake.uriOf('d1')]);
    expect(await store.readFreshSince(clock)).toEqual([]);
    expect(await store.readFreshSince(clock - 1)).toEqual([fake.uriOf('d1')]);
    await store.markSeen(await store.readFresh());
    expect(await store.readFresh()).toEqual([]);
    expect(await store.readFreshSince(clock - 1)).toEqual([fake.uriOf('d1')]);
    // The profile, and two pages that hold nothing new behind the one that does: these held all that is stored.
    expect(fake.state.asked).toEqual(['profile', 'feed', 'feed 2', 'feed 4']);
  });

  test.each<[string, (isFaulty: boolean) => void]>([
    [
      'an answer has none of the posts that it was asked for',
      (isFaulty) => {
        fake.state.isForgetful = isFaulty;
      },
    ],
    [
      'a page of all posts is empty',
      (isFaulty) => {
        clock += isFaulty ? 31 * DAY : 0;
        fake.state.posts = isFaulty ? [] : [...posts];
      },
    ],
  ])('does not let go of what is missed where %s', async (_, setFault) => {
    fake.state.pageSize = 1;
    setFault(true);
    await refresh();
    expect((await about()) ?? []).not.toContain('New report on procurement');
    expect(await store.countPosts(DID)).toBe(3);
    expect(await store.hasPost(DID, fake.uriOf('b1'))).toBe(false);
    expect((await store.readPostsAfter(DID, '', 2)).map(({ uri }) => uri)).not.toContain(fake.uriOf('b1'));
    await refresh();
    expect(await store.countPosts(DID)).toBe(3);
    setFault(false);
    await refresh();
    expect(await about()).toEqual(['New report on procurement', '1. Buy better.', '2. Buy less.']);
    expect(await store.readFresh()).toEqual([]);
  });

  test('lets go of what is missed still a day later', async () => {
    fake.state.pageSize = 1;
    fake.state.posts = fake.state.posts.filter(({ key }) => key !== 'b1');
    for (const hours of [1, 22]) {
      clock += (hours - 1) * HOUR;
      await refresh();
      expect(await store.countPosts(DID)).toBe(3);
      expect((await store.readPostsAfter(DID, '', 3)).map(({ uri }) => uri)).toEqual(['b2', 'b3'].map(fake.uriOf));
    }
    clock += HOUR;
    await refresh();
    expect(await store.countPosts(DID)).toBeLessThan(3);
  });

  test.each<[string, Partial<FakePost>]>([
    ['pages of old posts that were reposted since', { repostedAt: '2026-03-01T12:45:00.000Z' }],
    ['pages of posts that nobody is to see', { isHidden: true, at: '2026-03-01T12:45:00.000Z' }],
  ])('brings what is new behind %s', async (_, like) => {
    for (let index = 0; index < 6; index += 1)
      fake.state.posts.push({ key: `r${index}`, text: 'Of long ago', at: '2025-01-01T00:00:00.000Z', ...like });
    fake.state.posts.push({ key: 'd1', text: 'Procurement again', at: '2026-03-01T12:30:00.000Z', isAbout: true });
    await refresh();
    expect(await about()).toContain('Procurement again');
    // What came before is known after two pages of it all the same.
    expect(fake.state.asked.filter((asked) => asked.startsWith('feed')).length).toBeLessThanOrEqual(3 + 3);
  });

  test('takes out what was deleted, and reads anew what was edited', async () => {
    fake.state.posts = fake.state.posts.filter(({ key }) => key !== 'b3');
    const edited = fake.state.posts.findIndex(({ key }) => key === 'b2');
    fake.state.posts[edited] = { ...(posts[2] as FakePost), text: '1. Buy much better.', cid: 'edited' };
    fake.state.pageSize = 1;
    await refresh();
    expect(await about()).toEqual(['New report on procurement', '1. Buy much better.']);
  });

  test('after a month reads all, for posts whose day is in the past', async () => {
    fake.state.posts.push({ key: 'e1', text: 'Procurement, backdated', at: '2025-01-01T00:00:00.000Z', isAbout: true });
    await refresh();
    expect(await about()).not.toContain('Procurement, backdated');
    clock += 31 * DAY;
    await refresh();
    expect(await about()).toContain('Procurement, backdated');
  });

  test('knows an account by its DID where its handle has changed', async () => {
    fake.state.handle = 'lovelace.example';
    await refresh();
    expect((await row()).profile.handle).toBe('lovelace.example');
    expect((await library.describeFeeds()).map(({ handle }) => handle)).toEqual(['lovelace.example']);
  });

  const said = (error: string | null, message: string): Failure => ({
    kind: 'status',
    status: 400,
    error,
    message,
    until: null,
  });

  test('shows nothing of an account that is deactivated, and all of it once it is back', async () => {
    fake.state.absence = said('AccountDeactivated', 'Account is deactivated');
    await refresh();
    clock += 30 * DAY;
    await refresh();
    expect((await textsOfLibrary()).posts).toEqual([]);
    expect((await row()).hidden?.why).toBe('deactivated');
    fake.state.absence = null;
    await refresh();
    expect(await about()).toHaveLength(3);
    expect((await row()).hidden).toBeNull();
  });

  test('shows an account that is back, though the rest cannot be read', async () => {
    fake.state.absence = said('AccountDeactivated', 'Account is deactivated');
    await refresh();
    fake.state.absence = null;
    fake.state.failures.set(fake.state.asked.length + 2, { kind: 'offline' });
    await refresh();
    expect(await row()).toMatchObject({ hidden: null, failure: { failure: { kind: 'offline' } } });
    expect(await about()).toHaveLength(3);
  });

  test('shows nothing of an account that is deactivated while it is read', async () => {
    fake.state.failures.set(2, said('InvalidRequest', 'Profile not found'));
    await refresh();
    expect(await row()).toMatchObject({ hidden: null, reading: { phase: 'profile' }, failures: 1 });
    fake.state.absence = said('AccountDeactivated', 'Account is deactivated');
    clock += 60_000;
    await queue.wake();
    expect((await textsOfLibrary()).posts).toEqual([]);
    expect(await row()).toMatchObject({ hidden: { why: 'deactivated' }, reading: null, failure: null });
  });

  test('is tried three times where a profile is told, and its posts are not', async () => {
    for (const number of [2, 4, 6]) fake.state.failures.set(number, said('InvalidRequest', 'Profile not found'));
    await refresh();
    for (const minutes of [1, 2, 4]) {
      clock += minutes * 60_000;
      await queue.wake();
    }
    expect(fake.state.asked).toEqual(['profile', 'feed', 'profile', 'feed', 'profile', 'feed']);
    expect(await about()).toHaveLength(3);
  });

  test('hides what is gone at once, and deletes it where it still is gone a day later', async () => {
    fake.state.absence = said(null, 'Profile not found');
    await refresh();
    expect((await textsOfLibrary()).posts).toEqual([]);
    expect(await store.countPosts(DID)).toBe(3);
    clock += DAY;
    await refresh();
    expect(await store.countPosts(DID)).toBe(0);
    expect((await row()).hidden?.why).toBe('gone');
  });

  test('tells nothing as new of an account that is back after all of it was deleted', async () => {
    fake.state.absence = said(null, 'Profile not found');
    await refresh();
    clock += DAY;
    await refresh();
    fake.state.absence = null;
    await refresh();
    expect(await about()).toHaveLength(3);
    expect(await store.readFresh()).toEqual([]);
    fake.state.posts.push({ key: 'd1', text: 'Procurement again', at: new Date(clock).toISOString(), isAbout: true });
    await refresh();
    expect(await store.readFresh()).toEqual([fake.uriOf('d1')]);
  });

  test('deletes all of an account that asks by now not to be shown to who is not signed in', async () => {
    fake.state.labels = ['!no-unauthenticated'];
    await refresh();
    expect((await textsOfLibrary()).posts).toEqual([]);
    expect(await store.countPosts(DID)).toBe(0);
    expect((await row()).hidden?.why).toBe('signed-in-only');
  });
});

describe('a failure', () => {
  const timedOut: Failure = { kind: 'timed-out' };
  const status = (code: number): Failure => ({ kind: 'status', status: code, error: null, message: null, until: null });
  /** Wakes whenever that is wanted. */
  const wakeForADay = async () => {
    const end = clock + DAY;
    for (let at = wakings.at(-1) ?? end; at < end; at = wakings.at(-1) ?? end) {
      clock = at;
      await queue.wake();
    }
  };

  beforeEach(async () => {
    fake.state.posts.push(...posts);
    await add();
    fake.state.asked.length = 0;
  });

  test.each([1, 2, 3, 4])('of request %i changes nothing, and is tried again a minute later', async (number) => {
    fake.state.pageSize = 2;
    fake.state.posts.push({ key: 'd1', text: 'Procurement again', at: '2026-03-01T12:30:00.000Z', isAbout: true });
    fake.state.failures.set(number, timedOut);
    await refresh();
    expect(await about()).toHaveLength(3);
    expect((await row()).failure).toEqual({ failure: timedOut, retryAt: clock + 60_000 });
    expect(wakings.at(-1)).toBe(clock + 60_000);
    await queue.wake();
    expect(fake.state.asked).toHaveLength(number);
    clock += 60_000;
    await queue.wake();
    expect(await about()).toContain('Procurement again');
    expect((await row()).failure).toBeNull();
  });

  test('three in a row wait for the reader', async () => {
    for (const number of [1, 2, 3]) fake.state.failures.set(number, timedOut);
    await refresh();
    clock += 60_000;
    await queue.wake();
    clock += 120_000;
    await queue.wake();
    expect((await row()).failure?.retryAt).toBeNull();
    clock += DAY;
    await queue.wake();
    expect(fake.state.asked).toHaveLength(3);
    await refresh();
    expect((await row()).failure).toBeNull();
  });

  test('that names a time is tried again then', async () => {
    fake.state.failures.set(2, { kind: 'limited', until: clock + HOUR + 5 * HOUR, isPaused: false });
    await refresh();
    expect((await row()).failure?.retryAt).toBe(clock + 5 * HOUR);
  });

  test('consent that is taken back stops it until the reader asks again', async () => {
    fake.state.failures.set(2, { kind: 'not-allowed', purpose: 'refresh' });
    await refresh();
    expect((await row()).failure?.retryAt).toBeNull();
    clock += DAY;
    await queue.wake();
    expect(fake.state.asked).toHaveLength(2);
    await refresh();
    expect(await row()).toMatchObject({ failure: null, reading: null });
  });

  test.each([1, 2, 3, 4, 7])('is a circle of %i pages: what was not read is not taken for gone', async (pages) => {
    clock += 31 * DAY;
    for (let index = 0; index < 10; index += 1)
      fake.state.posts.push({ key: `l${index}`, text: 'Lunch', at: `2026-02-1${index}T12:00:00.000Z` });
    fake.state.circle = pages;
    await refresh();
    await wakeForADay();
    expect(await row()).toMatchObject({
      failure: { failure: { kind: 'unreadable', why: 'circle' }, retryAt: null },
      reading: { cursor: null, pages: 0 },
    });
    expect(await about()).toHaveLength(3);
    expect(fake.state.asked.length).toBeLessThan(2 + 4 * pages);
    fake.state.circle = null;
    await refresh();
    expect(await row()).toMatchObject({ failure: null, reading: null });
    expect(await about()).toHaveLength(3);
  });

  test.each([
    ['400', [3], ['feed 2']],
    ['500, as the AppView answers, and does so again', [3, 4], ['feed 2', 'feed 2']],
  ])('a cursor that is refused with status %s is dropped', async (code, numbers, refused) => {
    clock += 31 * DAY;
    for (const number of numbers) fake.state.failures.set(number, status(Number.parseInt(code, 10)));
    await refresh();
    await wakeForADay();
    expect(fake.state.asked).toEqual(['profile', 'feed', ...refused, 'feed', 'feed 2', 'feed 4']);
    expect(await row()).toMatchObject({ failure: null, failures: 0, reading: null });
    expect(await about()).toHaveLength(3);
  });

  test.each([timedOut, status(500), status(503)])(
    'that may pass is gone on after where it was: $kind',
    async (failure) => {
      clock += 31 * DAY;
      fake.state.failures.set(3, failure);
      await refresh();
      await wakeForADay();
      expect(fake.state.asked).toEqual(['profile', 'feed', 'feed 2', 'feed 2', 'feed 4']);
      expect(await row()).toMatchObject({ failure: null, reading: null });
    },
  );

  test.each([400, 500, 503])('of one page that always has status %i ends the reading', async (code) => {
    clock += 31 * DAY;
    fake.state.broken.set('4', status(code));
    await refresh();
    await wakeForADay();
    expect(await row()).toMatchObject({ failure: { retryAt: null }, failures: 3, reading: { cursor: null } });
    expect(fake.state.asked.length).toBeLessThanOrEqual(1 + 3 * 3);
    fake.state.broken.clear();
    await refresh();
    expect(await row()).toMatchObject({ failure: null, failures: 0, reading: null });
  });
});

describe('a clock that was set back by ten years', () => {
  const TEN_YEARS = 3653 * DAY;
  const later: FakePost = { key: 'd1', text: 'Procurement again', at: '2026-03-01T12:30:00.000Z', isAbout: true };

  beforeEach(() => {
    fake.state.posts.push(...posts);
  });

  test('does not hide what is new', async () => {
    clock += TEN_YEARS;
    await add();
    clock -= TEN_YEARS;
    fake.state.posts.push(later);
    for (let index = 0; index < 6; index += 1)
      fake.state.posts.push({ key: `n${index}`, text: 'Lunch', at: '2026-03-01T12:45:00.000Z' });
    await refresh();
    expect(await about()).toContain('Procurement again');
    expect(await row()).toMatchObject({ readAt: clock, sweptAt: clock });
  });

  test('does not put off the next try', async () => {
    clock += TEN_YEARS;
    fake.state.failures.set(1, { kind: 'timed-out' });
    await add();
    clock -= TEN_YEARS;
    await queue.wake();
    expect(await about()).toHaveLength(3);
  });

  test('does not put off that what is gone is deleted', async () => {
    await add();
    clock += TEN_YEARS;
    fake.state.absence = { kind: 'status', status: 400, error: null, message: 'Profile not found', until: null };
    await refresh();
    clock -= TEN_YEARS;
    await refresh();
    clock += DAY;
    await refresh();
    expect(await store.countPosts(DID)).toBe(0);
  });
});

describe('an account that cannot be linked', () => {
  const damaged = 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa' as const;
  const imported = () => ({ ...beginReading('accounts', clock), phase: 'link', isStopped: true }) as const;
  const putDamaged = (more: Partial<AccountRow> = {}) =>
    store.put({ ...account(), did: damaged, feed: `bluesky:${damaged}`, readAt: 1e300, reading: imported(), ...more });

  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    fake.state.posts.push(...posts);
  });
  afterEach(() => vi.restoreAllMocks());

  test('is told as that, and keeps no other from being read', async () => {
    await putDamaged();
    await add();
    expect(await about()).toHaveLength(3);
    const failure = { failure: { kind: 'not-taken' } } as const;
    expect(await store.read(damaged)).toMatchObject({ failure });
    for (let tries = 0; tries < 3; tries += 1) {
      clock += HOUR;
      await queue.wake();
    }
    expect(await store.read(damaged)).toMatchObject({ failure: { ...failure, retryAt: null }, failures: 3 });
    expect(wakings.at(-1)).toBeNull();
  });

  test('keeps who waits for it no longer than that', async () => {
    await putDamaged();
    await store.put(account());
    fake.state.onRequest = () => new Promise(() => {});
    await queue.finish(damaged);
    expect(await store.read(damaged)).toMatchObject({ failure: { failure: { kind: 'not-taken' } } });
  });

  test('keeps no other from being made anew', async () => {
    await add();
    await putDamaged({ reading: null, linkedWith: 'older' });
    await library.change([{ kind: 'remove', id: `bluesky:${DID}` }]);
    await queue.relink();
    expect(await about()).toHaveLength(3);
    expect(await store.read(damaged)).toMatchObject({ failure: { failure: { kind: 'not-taken' }, retryAt: null } });
  });

  test('is removed once that can be done, and keeps no other from being read until then', async () => {
    await putDamaged({ reading: null, isLeaving: true });
    vi.spyOn(library, 'change').mockRejectedValueOnce(new Error('no room'));
    await add();
    expect(await about()).toHaveLength(3);
    expect(wakings.at(-1)).toBe(clock + 60_000);
    await queue.wake();
    expect(await store.read(damaged)).toBeUndefined();
    expect(wakings.at(-1)).toBeNull();
  });
});

test('an account that is removed leaves nothing, also while it is read', async () => {
  fake.state.posts.push(...posts);
  let removing: Promise<void> | null = null;
  fake.state.onRequest = async () => {
    if (fake.state.asked.length === 3) removing = queue.remove(DID);
  };
  await add();
  await removing;
  expect(await store.readAll()).toEqual([]);
  expect(await store.countPosts(DID)).toBe(0);
  expect(await library.describeFeeds()).toEqual([]);
});

test('a removal that is cut off is gone on with', async () => {
  fake.state.posts.push(...posts);
  await add();
  const change = vi.spyOn(library, 'change').mockRejectedValueOnce(new DOMException('stopped', 'AbortError'));
  await expect(queue.remove(DID)).rejects.toThrow('stopped');
  expect(await store.read(DID)).toMatchObject({ isLeaving: true });
  queue = start();
  await queue.wake();
  expect(await store.readAll()).toEqual([]);
  expect(await library.describeFeeds()).toEqual([]);
  change.mockRestore();
});

test('a reading that its reader stops keeps what came', async () => {
  fake.state.posts.push(...posts);
  fake.state.pageSize = 1;
  let stopping: Promise<void> | null = null;
  fake.state.onRequest = async () => {
    if (fake.state.asked.length === 4) stopping = queue.stop(DID);
  };
  await add('all');
  await stopping;
  expect(await row()).toMatchObject({ reading: null, readAt: null, sweptAt: null });
  expect(fake.state.asked.length).toBeLessThan(6);
  expect((await search('lunch')).posts.total).toBe(1);
  fake.state.onRequest = async () => {};
  await refresh();
  expect((await search('breakfast')).posts.total).toBe(1);
});

describe('an account that is to be joined with a bundled feed', async () => {
  const read = parseFeed(await readFile('seeds/drbenpaxton.txt', 'utf8'));
  const feed = read.ok ? read.value : expect.unreachable();
  const newer = Array.from({ length: 6 }, (_, index) => ({
    key: `n${index}`,
    text: `Procurement since then, ${index}`,
    at: new Date(Date.parse('2026-02-01T00:00:00Z') + index * HOUR).toISOString(),
  }));
  const originals = feed.posts.map(({ text, time }, index) => ({ key: `o${index}`, text, at: `${time}:00.000Z` }));
  const addBundled = async () => {
    await store.put({ ...account(), keep: 'all', feed: feed.id, isBundled: true });
    await queue.wake();
  };
  const isBundledOnly = async () => {
    const feeds = await library.describeFeeds();
    return feeds.length === 1 && feeds.every(({ isBundled }) => isBundled);
  };

  beforeEach(async () => {
    bundled = { version: 'v', feeds: [feed] };
    // Another version has the feed stored.
    library = await openLibrary({ version: 'w', fetchIndex: async () => bundled })();
    queue = start();
  });

  test('keeps what came where its reader stops it before that is as old as the bundled feed', async () => {
    fake.state.posts.push(...newer, ...originals);
    let stopping: Promise<void> | null = null;
    fake.state.onRequest = async () => {
      if (fake.state.asked.length === 3) stopping = queue.stop(DID);
    };
    await addBundled();
    await stopping;
    expect(await row()).toMatchObject({ hidden: null, reading: null, failure: null, readAt: null });
    expect(await store.countPosts(DID)).toBeGreaterThan(0);
    expect(await isBundledOnly()).toBe(true);
    fake.state.onRequest = async () => {};
    await refresh();
    expect(await row()).toMatchObject({ hidden: null, readAt: clock });
    expect((await row()).renamed).toHaveLength(feed.posts.length);
  });

  test.each([
    ['nothing as old', newer],
    ['something else at that time', [...newer, { key: 'x', text: 'Off to lunch', at: '2020-01-01T00:00:00.000Z' }]],
  ])("is somebody else's where all is read, and that is %s", async (_, written) => {
    fake.state.posts.push(...written);
    await addBundled();
    expect((await row()).hidden?.why).toBe('another');
    expect(await store.countPosts(DID)).toBe(0);
    expect(await isBundledOnly()).toBe(true);
  });

  describe('and was added by its name', () => {
    const profile = { ...feed.profile, handle: feed.profile.handle.toUpperCase() };
    const named = { did: DID, profile, keep: 'reports' } as const;
    const feeds = async () => (await library.describeFeeds()).map(({ id, posts: count }) => [id, count]);
    const place = () => createFeedOf({ store, bundle: { version: 'v', fetchIndex: async () => bundled } })(named);
    const addNamed = async (given: Partial<AccountRow> = {}) => {
      await store.put({ ...account(), ...(await place()), ...given });
      await queue.wake();
    };
    const ofFile = () => ({ ...beginReading('accounts', clock), phase: 'link', isStopped: true }) as const;

    test('is one feed with it', async () => {
      fake.state.posts.push(...newer, ...originals);
      await addNamed();
      expect(await feeds()).toEqual([[feed.id, newer.length + originals.length]]);
      expect((await row()).renamed).toHaveLength(feed.posts.length);
    });

    test.each([
      ['nothing as old', newer],
      ['something else at that time', [...newer, { key: 'x', text: 'Off to lunch', at: '2020-01-01T00:00:00.000Z' }]],
    ])('has a feed of its own where it is somebody else, who has written %s', async (_, written) => {
      const about = { key: 'r', text: 'New report on procurement', at: '2026-02-20T08:00:00.000Z', isAbout: true };
      fake.state.posts.push(...written, about);
      await addNamed();
      expect(await row()).toMatchObject({ hidden: null, keep: 'reports', isBundled: false, readAt: clock });
      // Of somebody else is kept what was chosen.
      expect(await feeds()).toEqual([
        [feed.id, feed.posts.length],
        [`bluesky:${DID}`, 1],
      ]);
    });

    test('has one too where it was taken for it before, and is added then', async () => {
      fake.state.posts.push(...newer);
      await addBundled();
      expect((await row()).hidden?.why).toBe('another');
      await store.change(DID, (before) => ({ ...before, reading: beginReading('accounts', clock) }));
      await addNamed({ ...(await row()), ...(await place()) });
      expect(await row()).toMatchObject({ hidden: null, isBundled: false, readAt: clock });
    });

    test.each([
      ['a file', null],
      ['a backup', clock],
    ])('is looked at where its posts came from %s, too', async (_, readAt) => {
      fake.state.posts.push(...originals);
      await addNamed();
      const own = await store.readPosts(DID);
      const restored = { readAt, sweptAt: readAt, reading: ofFile() };
      for (const [isIts, posts] of [
        [true, own],
        [false, own.map((each) => ({ ...each, post: { ...each.post, text: `Not ${each.post.text.slice(4)}` } }))],
      ] as const) {
        await queue.remove(DID);
        await store.putMetLater(posts);
        await addNamed(restored);
        expect(await row()).toMatchObject({ isBundled: isIts, reading: null });
        expect((await feeds()).map(([id]) => id)).toEqual(isIts ? [feed.id] : [feed.id, `bluesky:${DID}`]);
      }
    });
  });
});

test('a reading that its reader stops while the profile is asked for asks nothing more', async () => {
  fake.state.posts.push(...posts);
  let stopping: Promise<void> | null = null;
  fake.state.onRequest = async () => {
    stopping ??= queue.stop(DID);
    await until(() => wakings.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 10));
  };
  await add('all');
  await stopping;
  expect(fake.state.asked).toEqual(['profile']);
  expect(await row()).toMatchObject({ reading: null, readAt: null });
});

test('a feed that the library has lost is made anew, and one that nobody reads goes', async () => {
  fake.state.posts.push(...posts);
  await add();
  await library.change([{ kind: 'remove', id: `bluesky:${DID}` }]);
  await queue.relink();
  expect(await about()).toHaveLength(3);
  await store.remove(DID, null);
  await queue.relink();
  expect(await library.describeFeeds()).toEqual([]);
});

describe('a page that was saved as text', async () => {
  const text = await readFile('seeds/drbenpaxton.txt', 'utf8');
  const read = parseFeed(text);
  const page = read.ok ? read.value : expect.unreachable();
  const feeds = async () =>
    (await library.describeFeeds()).map(({ id, posts: count, isBundled }) => [id, count, isBundled]);
  const pages = async () => (await store.readTexts()).map(({ feed, posts: count }) => [feed, count]);
  const own = [page.id, 30, false];

  test('is in the library until it is removed', async () => {
    await queue.addText(page, text);
    expect(await feeds()).toEqual([own]);
    expect(await pages()).toEqual([[page.id, 30]]);
    await queue.removeText(page.id);
    expect([await feeds(), await pages()]).toEqual([[], []]);
  });

  describe('of somebody whose account is added then', () => {
    const place = () => createFeedOf({ store, bundle: { version: 'v', fetchIndex: async () => bundled } });
    const addNamed = async () => {
      const { profile } = page;
      await store.put({
        ...account(),
        ...(await (
          await place()
        )({ did: DID, profile, keep: 'reports' })),
      });
      await queue.wake();
    };

    test('is one feed with it until the account is removed', async () => {
      await queue.addText(page, text);
      fake.state.posts.push(
        ...page.posts.map(({ text: said, time }, index) => ({ key: `o${index}`, text: said, at: `${time}:00.000Z` })),
      );
      await addNamed();
      expect(await feeds()).toEqual([own]);
      expect((await row()).renamed).toHaveLength(page.posts.length);
      await queue.relink();
      expect(await feeds()).toEqual([own]);
      await queue.remove(DID);
      expect(await feeds()).toEqual([own]);
      expect(await pages()).toEqual([[page.id, 30]]);
    });

    test('stands beside it where somebody else has the name now', async () => {
      await queue.addText(page, text);
      fake.state.posts.push({ key: 'x', text: 'Off to lunch', at: '2020-01-01T00:00:00.000Z' });
      await addNamed();
      expect(await feeds()).toEqual([own, [`bluesky:${DID}`, 0, false]]);
    });
  });

  test('leaves the bundled feed that it stood in the place of as it was bundled', async () => {
    bundled = { version: 'v', feeds: [{ ...page, posts: page.posts.slice(0, 2), threads: [], recommendations: [] }] };
    library = await openLibrary({ version: 'v', fetchIndex: async () => bundled })();
    queue = start();
    await queue.addText(page, text);
    await queue.removeText(page.id);
    expect(await feeds()).toEqual([[page.id, 2, true]]);
  });

  test('is there again where its removal was cut off', async () => {
    await queue.addText(page, text);
    vi.spyOn(store, 'deleteText').mockRejectedValueOnce(new Error('stopped'));
    await queue.removeText(page.id).catch(() => null);
    expect(await feeds()).toEqual([]);
    queue = start();
    await queue.relink();
    expect(await feeds()).toEqual([own]);
  });

  test('goes from what its account says when it is removed, and a newer copy of it counts there', async () => {
    await queue.addText(page, text);
    await joinWithFirst(10);
    expect(await feeds()).toEqual([own]);
    const newer = text.replaceAll('procurement', 'buying');
    const read = parseFeed(newer);
    await queue.addText(read.ok ? read.value : expect.unreachable(), newer);
    expect((await search('buying')).posts.items).not.toEqual([]);
    await queue.removeText(page.id);
    expect([await feeds(), await pages()]).toEqual([[[page.id, 10, false]], []]);
  });

  test('goes, whoever is only taken for its account', async () => {
    await queue.addText(page, text);
    await store.put({ ...account(), feed: page.id, reading: null });
    await queue.removeText(page.id);
    expect([await feeds(), await pages()]).toEqual([[], []]);
  });

  /** The page's account, of which a file held so many posts, the newest first. */
  async function joinWithFirst(count: number): Promise<void> {
    const rows = page.posts.slice(0, count).map(({ text: said, time }, index) => {
      const uri = `at://${DID}/app.bsky.feed.post/o${index}` as const;
      const value = { $type: 'app.bsky.feed.post', text: said, createdAt: `${time}:00.000Z` };
      const author = { did: DID, handle: page.profile.handle, displayName: 'Ada' };
      const post = readRecord(author, uri, value) ?? expect.unreachable();
      return { did: DID, uri, cid: 'c', post, seen: clock };
    });
    await store.putMetLater(rows);
    await store.put({ ...account(), keep: 'all', feed: page.id, reading: linkOnly(clock) });
    await queue.wake();
    expect((await row()).linkedWith).not.toBeNull();
  }
});

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 1));
}

test('what is all read is linked first, and who waits for that waits for no other account', async () => {
  fake.state.posts.push(...posts);
  const other = 'did:plc:other' as const;
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  fake.state.onRequest = () => answered;
  const reading = add();
  await until(() => fake.state.asked.length === 1);
  const imported = { ...beginReading('accounts', clock), phase: 'link', isStopped: true } as const;
  await store.put({
    ...((await row()) ?? expect.unreachable()),
    did: other,
    feed: `bluesky:${other}`,
    reading: imported,
  });
  const finished = queue.finish(other);
  fake.state.onRequest = () => new Promise(() => {});
  answer();
  await finished;
  expect(await store.read(other)).toMatchObject({ reading: null, linkedWith: expect.stringMatching(/ v$/) });
  expect((await row())?.reading).not.toBeNull();
  void reading;
});
