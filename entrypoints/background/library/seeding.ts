import type { BundledIndex, Feed } from '../../../core/model.ts';
import { CONTENT_STORES, contentsOf, type LibraryDatabase, rowsOf } from './schema.ts';

const VERSION_KEY = 'index-version';

/**
 * Replaces the bundled feeds in one transaction, where the library holds another version of the index: either
 * all of it is there afterwards or nothing has changed.
 */
export async function seedLibrary(
  database: LibraryDatabase,
  version: string,
  fetchIndex: () => Promise<BundledIndex>,
): Promise<void> {
  if ((await database.get('meta', VERSION_KEY)) === version) return;
  const index = await fetchIndex();
  const transaction = database.transaction(['meta', ...CONTENT_STORES], 'readwrite');
  const writes = [
    ...CONTENT_STORES.map((store) => transaction.objectStore(store).clear()),
    ...index.feeds.flatMap((feed) => [
      transaction.objectStore('feeds').put({ handle: feed.profile.handle, profile: feed.profile, asOf: feed.asOf }),
      ...rowsOf(feed, feed.posts).map((row) => transaction.objectStore('posts').put(row)),
      ...rowsOf(feed, feed.threads).map((row) => transaction.objectStore('threads').put(row)),
      ...rowsOf(feed, feed.recommendations).map((row) => transaction.objectStore('recommendations').put(row)),
      ...rowsOf(feed, feed.publications).map((row) => transaction.objectStore('publications').put(row)),
    ]),
    transaction.objectStore('meta').put(version, VERSION_KEY),
  ];
  await Promise.all([...writes, transaction.done]);
}

/** All feeds of the library, as the parser gave them. */
export async function readFeeds(database: LibraryDatabase): Promise<readonly Feed[]> {
  const transaction = database.transaction(CONTENT_STORES, 'readonly');
  const [feeds, posts, threads, recommendations, publications] = await Promise.all([
    transaction.objectStore('feeds').getAll(),
    transaction.objectStore('posts').getAll(),
    transaction.objectStore('threads').getAll(),
    transaction.objectStore('recommendations').getAll(),
    transaction.objectStore('publications').getAll(),
  ]);
  return feeds.map(({ handle, profile, asOf }) => ({
    profile,
    asOf,
    posts: contentsOf(posts, handle),
    threads: contentsOf(threads, handle),
    recommendations: contentsOf(recommendations, handle),
    publications: contentsOf(publications, handle),
  }));
}
