import type { BundledIndex, Feed } from '../../../core/model/feed.ts';
import { findDamage } from '../../../core/model/feed-shapes.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { CONTENT_STORES, type Counts, contentsOf, type LibraryDatabase, rowsOf } from './schema.ts';

const VERSION_KEY = 'index-version';
const COUNTS_KEY = 'index-counts';

/** Whether the library holds this version of the index, as far as it says itself. */
export async function isSeededWith(database: LibraryDatabase, version: string): Promise<boolean> {
  const [held, counts] = await Promise.all([database.get('meta', VERSION_KEY), database.get('meta', COUNTS_KEY)]);
  return held === version && counts !== undefined;
}

/**
 * Replaces the bundled feeds in one transaction: either all of the index is there afterwards or nothing has changed.
 * Rejects with what a write or the whole transaction failed with.
 */
export async function seedLibrary(database: LibraryDatabase, version: string, index: BundledIndex): Promise<void> {
  const { feeds } = index;
  const rows = {
    feeds: feeds.map(({ id, origin, profile, asOf }) => ({ handle: profile.handle, id, origin, profile, asOf })),
    posts: feeds.flatMap((feed) => rowsOf(feed, feed.posts)),
    threads: feeds.flatMap((feed) => rowsOf(feed, feed.threads)),
    recommendations: feeds.flatMap((feed) => rowsOf(feed, feed.recommendations)),
    publications: feeds.flatMap((feed) => rowsOf(feed, feed.publications)),
  };
  const transaction = database.transaction(['meta', ...CONTENT_STORES], 'readwrite');
  const store = transaction.objectStore.bind(transaction);
  const writes = [
    ...CONTENT_STORES.map((name) => () => store(name).clear()),
    ...rows.feeds.map((row) => () => store('feeds').put(row)),
    ...rows.posts.map((row) => () => store('posts').put(row)),
    ...rows.threads.map((row) => () => store('threads').put(row)),
    ...rows.recommendations.map((row) => () => store('recommendations').put(row)),
    ...rows.publications.map((row) => () => store('publications').put(row)),
    () => store('meta').put(version, VERSION_KEY),
    () => store('meta').put(countsOf(feeds), COUNTS_KEY),
  ];
  try {
    // A row that is refused throws at once and aborts nothing: the others would be kept without it.
    await Promise.all([...writes.map(async (write) => write()), transaction.done]);
  } catch (error) {
    abort(transaction);
    throw error;
  }
}

function countsOf(feeds: readonly Feed[]): Counts {
  const sum = (count: (feed: Feed) => number) => feeds.reduce((total, feed) => total + count(feed), 0);
  return {
    feeds: feeds.length,
    posts: sum((feed) => feed.posts.length),
    threads: sum((feed) => feed.threads.length),
    recommendations: sum((feed) => feed.recommendations.length),
    publications: sum((feed) => feed.publications.length),
  };
}

/** A transaction that the browser has ended itself cannot be aborted. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {}
}

/** All feeds of the library, as the parser gave them; or what is damaged, also where rows are missing. */
export async function readFeeds(database: LibraryDatabase): Promise<Result<readonly Feed[], string>> {
  const transaction = database.transaction(['meta', ...CONTENT_STORES], 'readonly');
  const [counts, feeds, posts, threads, recommendations, publications] = await Promise.all([
    transaction.objectStore('meta').get(COUNTS_KEY),
    transaction.objectStore('feeds').getAll(),
    transaction.objectStore('posts').getAll(),
    transaction.objectStore('threads').getAll(),
    transaction.objectStore('recommendations').getAll(),
    transaction.objectStore('publications').getAll(),
  ]);
  const read = feeds.map(({ handle, id, origin, profile, asOf }) => ({
    id,
    origin,
    profile,
    asOf,
    posts: contentsOf(posts, handle),
    threads: contentsOf(threads, handle),
    recommendations: contentsOf(recommendations, handle),
    publications: contentsOf(publications, handle),
  }));
  const found = countsOf(read);
  const wrong = CONTENT_STORES.find((name) => Object(counts)[name] !== found[name]);
  if (wrong !== undefined) return fail(`${wrong}: other rows than were stored`);
  const [damage] = read.flatMap((feed) => findDamage(feed) ?? []);
  return damage === undefined ? succeed(read) : fail(`${damage}: a damaged row`);
}
