import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect } from 'vitest';
import type { BundledIndex, Feed } from '../../core/model/feed.ts';
import type { Did, FeedId } from '../../core/model/ids.ts';
import type { Post } from '../../core/model/post.ts';
import { createAccountAnswers } from '../../entrypoints/background/accounts/answers.ts';
import { createCopyOf } from '../../entrypoints/background/accounts/copy-of.ts';
import type { AccountRow } from '../../entrypoints/background/accounts/database.ts';
import { createFeedOf } from '../../entrypoints/background/accounts/feed-of.ts';
import { createReadingQueue } from '../../entrypoints/background/accounts/reading-queue.ts';
import { createSchedule } from '../../entrypoints/background/accounts/schedule.ts';
import { createAccountsStore } from '../../entrypoints/background/accounts/store.ts';
import { openDatabase } from '../../entrypoints/background/library/database.ts';
import { openLibrary } from '../../entrypoints/background/library/open.ts';
import { readFeeds } from '../../entrypoints/background/library/read-feeds.ts';
import { createAtprotoClient } from '../../platform/network/bluesky.ts';
import { createRequests, type Doors } from '../../platform/network/requests.ts';
import { openDoors } from '../platform/network/doors.ts';

/** Whatever the test network is told of before is in the past for its servers, too. */
export const START = Date.parse('2026-03-01T12:00:00.000Z');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export interface ReaderOptions {
  readonly bundled?: readonly Feed[];
  /** Milliseconds after which a request is given up. */
  readonly timeLimit?: number;
  /** Whether waiting takes time, or only moves the reader's clock. */
  readonly waits?: boolean;
}

export type Reader = Awaited<ReturnType<typeof openReader>>;

/**
 * All of the extension that reads accounts, in Node, of which nothing is stored yet: it asks `appView`, and its clock moves
 * only where it waits.
 */
export async function openReader(appView: string, { bundled = [], timeLimit, waits = false }: ReaderOptions = {}) {
  const databases = new IDBFactory();
  const index: BundledIndex = { version: 'v', feeds: bundled };
  const bundle = { version: 'v', fetchIndex: async () => index };
  const { world, doors: still } = openDoors(appView);
  world.now = START;
  const doors = waits ? { ...still, ...realTime(() => world.now) } : still;
  const network = { sent: 0, /** The request that never comes back, from 1. */ stopsAt: Number.POSITIVE_INFINITY };
  const wakings: (number | null)[] = [];
  const stored: Record<string, unknown> = {};
  const schedule = createSchedule({
    storage: { get: async () => ({ ...stored }), set: async (items) => void Object.assign(stored, items) },
    alarms: { get: async () => undefined, create: () => {}, clear: async () => true } as never,
    now: doors.now,
    random: () => 0,
  });

  /** What a background that has just started has in memory. */
  const start = () => {
    globalThis.indexedDB = databases;
    const store = createAccountsStore();
    const library = openLibrary(bundle);
    const { fetch: _, ...plain } = openDoors(appView).doors;
    const requests = createRequests({
      ...doors,
      inTurn: plain.inTurn,
      fetch: (address, how) => {
        network.sent += 1;
        return network.sent === network.stopsAt ? new Promise(() => {}) : fetch(address, how);
      },
      ...(timeLimit !== undefined && { timeLimit }),
    });
    const common = {
      network: (purpose: 'refresh' | 'accounts' | 'ask') => createAtprotoClient(requests, { purpose }),
      store,
      now: doors.now,
      bundle,
      onProgress: () => {},
    };
    const queue = createReadingQueue({
      ...common,
      library: {
        change: async (changes) => (await library()).change(changes),
        readAdded: async () =>
          (await (await library()).describeFeeds()).filter(({ isBundled }) => !isBundled).map(({ id }) => id),
      },
      onRenamed: async () => {},
      wakeFor: async (at) => void wakings.push(at),
    });
    return {
      store,
      library,
      queue,
      answers: createAccountAnswers({
        ...common,
        queue,
        schedule,
        library,
        feedOf: createFeedOf(common),
        copyOf: createCopyOf(common),
      }),
    };
  };
  let background = start();
  await background.library();

  const readLibrary = async (): Promise<readonly Feed[]> => {
    globalThis.indexedDB = databases;
    const database = await openDatabase({});
    const feeds = await readFeeds(database);
    database.close();
    return feeds.ok ? feeds.value : expect.unreachable(feeds.error);
  };

  const reader = {
    world,
    network,
    wakings,
    background: () => background,
    answers: () => background.answers,
    /** The browser ended, and started again. */
    restart() {
      background = start();
    },
    /** Reads what is to be read, until nothing more can be. */
    settle: () => background.queue.wake(),

    async add(actor: string, keep: 'reports' | 'all' = 'reports'): Promise<void> {
      const preview = await background.answers.previewAccount({ actor }, null);
      if (!preview.ok) return expect.unreachable(JSON.stringify(preview.error));
      expect(await background.answers.addAccount({ did: preview.value.did, keep }, null)).toEqual(DONE);
      await reader.settle();
    },
    /** An hour later, unless it is said. */
    async refresh(after = HOUR): Promise<void> {
      world.now += after;
      await background.answers.refreshAccounts({ did: null }, null);
      await reader.settle();
    },
    row: async (did: Did): Promise<AccountRow> =>
      (await background.store.read(did)) ?? expect.unreachable(`${did} is not added`),
    feeds: readLibrary,
    feed: async (id: FeedId): Promise<Feed> =>
      (await readLibrary()).find((feed) => feed.id === id) ?? expect.unreachable(`no ${id}`),
    /** Of an account's own feed, in its order; none where there is no such feed. */
    posts: async (did: Did): Promise<readonly Post[]> =>
      (await readLibrary()).find(({ id }) => id === `bluesky:${did}`)?.posts ?? [],
    texts: async (did: Did): Promise<readonly string[]> => (await reader.posts(did)).map(({ text }) => text),
    /** What is claimed of addresses, in the order asked. */
    sureness: async (urls: readonly string[]) => {
      const library = await background.library();
      return (await library.resolve(urls.map((url) => ({ url, text: '' })))).map(({ sureness }) => sureness);
    },
    /** All that is stored, as text. */
    async held(): Promise<string> {
      const { store } = background;
      const accounts = await store.readAll();
      const posts = await Promise.all(accounts.map(({ did }) => store.readPosts(did)));
      return JSON.stringify({ accounts, posts, fresh: await store.readFresh(), feeds: await readLibrary() }, null, 1);
    },
  };
  return reader;
}

export const DONE = { ok: true, value: null };

/** A clock that goes on, from a time on. */
function realTime(now: () => number): Pick<Doors, 'now' | 'wait'> {
  const started = performance.now();
  return {
    now: () => now() + performance.now() - started,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
}
