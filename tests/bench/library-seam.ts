import { openDB } from 'idb';
import { identify } from '../../core/link/identity.ts';
import type { Feed } from '../../core/model/feed.ts';
import { changeLibrary, type FeedChange } from '../../entrypoints/background/library/change.ts';
import { openDatabase } from '../../entrypoints/background/library/database.ts';
import { inTurn } from '../../entrypoints/background/library/lock.ts';
import { readMeta } from '../../entrypoints/background/library/meta.ts';
import { readFeeds } from '../../entrypoints/background/library/read-feeds.ts';
import {
  ALL_STORES,
  below,
  LIBRARY_NAME,
  LIBRARY_VERSION,
  type LibraryDatabase,
  type LibrarySchema,
  SEGMENT_STORES,
} from '../../entrypoints/background/library/schema.ts';

/**
 * What benches and tests do to the library of a built extension, and see of it, from a page of that extension: with the
 * extension's own storage, beside its background. It is only in the copies that `extension-copy.ts` makes.
 */
export interface LibrarySeam {
  /** Makes a feed, which stands under a name in the copy, one of the reader's, in place of what it was. */
  putFeed(name: string): Promise<void>;
  /** Adds the posts of such a feed to the feed that they belong to. */
  addPosts(name: string): Promise<void>;
  removeFeed(id: string): Promise<void>;
  /** As before the extension was installed; waits until no other context holds it. */
  deleteLibrary(): Promise<void>;
  /** A database as an older version of the extension left it. */
  putDatabase(dump: DatabaseDump): Promise<void>;
  /** What is stored, without the background and without changing anything. */
  inspect(): Promise<Inspection>;
}

export interface DatabaseDump {
  readonly version: number;
  readonly stores: Readonly<
    Record<
      string,
      {
        readonly keyPath: string | string[] | null;
        readonly indexes: readonly { name: string; keyPath: string | string[]; multiEntry: boolean }[];
        readonly keys: readonly IDBValidKey[];
        readonly rows: readonly unknown[];
      }
    >
  >;
}

export interface Inspection {
  /** The database's; 0 where there is none. */
  readonly version: number;
  /** Of the bundled index that is stored; null where none is. */
  readonly bundle: string | null;
  /** A digest of all that each feed holds, by id. */
  readonly feeds: Readonly<Record<string, string>>;
  /** What does not fit together; none in a library that is whole. */
  readonly faults: readonly string[];
}

const seam: LibrarySeam = {
  putFeed: async (name) => change([{ kind: 'replace', feed: await fetchFeed(name), owner: 'added' }]),
  addPosts: async (name) => change([{ kind: 'add', feed: await fetchFeed(name), owner: 'added' }]),
  removeFeed: (id) => change([{ kind: 'remove', id }]),
  deleteLibrary: () =>
    new Promise((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase(LIBRARY_NAME);
      deleting.onsuccess = () => resolve();
      deleting.onerror = () => reject(deleting.error);
    }),
  putDatabase,
  inspect,
};
Object.assign(globalThis, { seam });

async function fetchFeed(name: string): Promise<Feed> {
  return (await fetch(`/feeds/${name}.json`)).json();
}

function change(changes: readonly FeedChange[]): Promise<void> {
  return inTurn(async () => {
    const database = await openDatabase({});
    try {
      await changeLibrary(database, changes);
    } finally {
      database.close();
    }
  });
}

async function putDatabase({ version, stores }: DatabaseDump): Promise<void> {
  await seam.deleteLibrary();
  const database = await openDB(LIBRARY_NAME, version, {
    upgrade(created) {
      for (const [name, { keyPath, indexes }] of Object.entries(stores)) {
        const store = created.createObjectStore(name, { keyPath });
        for (const each of indexes) store.createIndex(each.name, each.keyPath, { multiEntry: each.multiEntry });
      }
    },
  });
  const writing = database.transaction(Object.keys(stores), 'readwrite');
  for (const [name, { keyPath, keys, rows }] of Object.entries(stores))
    for (const [place, row] of rows.entries())
      void writing.objectStore(name).put?.(row, keyPath === null ? keys[place] : undefined);
  await writing.done;
  database.close();
}

/** In turn, so that no change is half done while it looks. */
function inspect(): Promise<Inspection> {
  return inTurn(inspectNow);
}

async function inspectNow(): Promise<Inspection> {
  const { version = 0 } = (await indexedDB.databases()).find(({ name }) => name === LIBRARY_NAME) ?? {};
  const nothing = { version, bundle: null, feeds: {}, faults: [] };
  // What is not of this version is a background's to bring up to it.
  if (version !== LIBRARY_VERSION) return nothing;
  const database = await openDB<LibrarySchema>(LIBRARY_NAME);
  try {
    const missing = ALL_STORES.filter((name) => !database.objectStoreNames.contains(name));
    if (missing.length > 0) return { ...nothing, faults: [`there is no ${missing.join(', ')}`] };
    return await inspectStores(database);
  } finally {
    database.close();
  }
}

async function inspectStores(database: LibraryDatabase): Promise<Inspection> {
  const bundle = (await readMeta(database.transaction('meta'), 'bundle'))?.version ?? null;
  const read = await readFeeds(database);
  const feeds = read.ok ? read.value : [];
  const digests = await Promise.all(feeds.map(async (feed) => [feed.id, await digestOf(feed)] as const));
  const faults = [
    ...(await findStray(database)),
    ...(await findUncounted(database)),
    ...(read.ok ? await findMiscounted(database, feeds) : [read.error]),
  ];
  return { version: LIBRARY_VERSION, bundle, feeds: Object.fromEntries(digests), faults };
}

async function digestOf({ posts, threads, recommendations, publications }: Feed): Promise<string> {
  const text = JSON.stringify([posts, threads, recommendations, publications]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Rows of which the library does not know to whom they belong: nobody would ever clear them. */
async function findStray(database: LibraryDatabase): Promise<readonly string[]> {
  const segments = (await database.getAll('feeds')).flatMap((feed) => feed.segments.map(({ number }) => number));
  const meta = database.transaction('meta');
  const [left = [], progress, titles = []] = await Promise.all([
    readMeta(meta, 'left'),
    readMeta(meta, 'progress'),
    readMeta(meta, 'titles'),
  ]);
  const known = new Set([...segments, ...left, ...(progress?.segments ?? []), ...titles.map(({ number }) => number)]);
  const stray: string[] = [];
  for (const store of SEGMENT_STORES) {
    const numbers = new Set((await database.getAllKeys(store)).map(([number]) => number));
    for (const number of numbers) if (!known.has(number)) stray.push(`${store} of segment ${number} are nobody's`);
  }
  return stray;
}

/** What is derived of segments, and of all titles, is to be as much as was written. */
async function findUncounted(database: LibraryDatabase): Promise<readonly string[]> {
  const segments = (await database.getAll('feeds')).flatMap((feed) => feed.segments);
  const titles = (await readMeta(database.transaction('meta'), 'titles')) ?? [];
  const written = [
    ...segments.map(({ number, conversations }) => ['conversations', number, conversations] as const),
    ...[...segments, ...titles].map(({ number, pages }) => ['pages', number, pages] as const),
  ];
  const counted = await Promise.all(written.map(([store, number]) => database.count(store, below(number))));
  const wrong = written.filter(([, , rows], index) => counted[index] !== rows);
  return wrong.map(([store, number, rows]) => `${store} of segment ${number} are not ${rows}`);
}

/** Publications are to be what the feeds make them, each with its members and counts. */
async function findMiscounted(database: LibraryDatabase, feeds: readonly Feed[]): Promise<readonly string[]> {
  const rows = await database.getAll('publications');
  const stored = rows.map((row) => lineOf(row.publication.members, row.posts, row.recommendations));
  const counted = new Set(countFrom(feeds));
  const wrong = stored.filter((line) => !counted.delete(line));
  return [
    ...wrong.map((line) => `publications: ${line} is wrong`),
    ...[...counted].map((line) => `${line} is missing`),
  ];
}

function countFrom(feeds: readonly Feed[]): readonly string[] {
  const entries = feeds.flatMap(({ publications }) => publications.toReversed());
  const posts = new Map<string, Set<string>>();
  const recommendations = new Map<string, number>();
  for (const feed of feeds) {
    for (const post of feed.posts)
      for (const id of post.publications) posts.set(id, (posts.get(id) ?? new Set()).add(post.id));
    for (const { publication } of feed.recommendations)
      recommendations.set(publication ?? '', (recommendations.get(publication ?? '') ?? 0) + 1);
  }
  return identify(entries).map(({ members }) => {
    const about = new Set(members.flatMap((id) => [...(posts.get(id) ?? [])]));
    const recommended = members.reduce((sum, id) => sum + (recommendations.get(id) ?? 0), 0);
    return lineOf(members, about.size, recommended);
  });
}

function lineOf(members: readonly string[], posts: number, recommendations: number): string {
  return `${members.toSorted().join(' ')}: ${posts} posts, ${recommendations} recommendations`;
}
