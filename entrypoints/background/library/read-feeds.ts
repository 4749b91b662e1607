import type { Feed } from '../../../core/model/feed.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { readMeta } from './meta.ts';
import { readFeed } from './read-feed.ts';
import type { LibraryDatabase } from './schema.ts';

/** All feeds of the library, in the order in which they came; or what is damaged, also where rows are missing. */
export async function readFeeds(database: LibraryDatabase): Promise<Result<readonly Feed[], string>> {
  const [bundle, rows] = [await readMeta(database.transaction('meta'), 'bundle'), await database.getAll('feeds')];
  const missing = bundle?.feeds.find((id) => !rows.some((row) => row.id === id));
  if (missing !== undefined) return fail(`feeds: ${missing} is missing`);
  const unread = rows.find(({ segments }) => !Array.isArray(segments));
  if (unread !== undefined) return fail(`feeds: ${unread.id} has no segments`);
  const feeds: Feed[] = [];
  const inOrder = rows.toSorted((a, b) => (a.segments[0]?.number ?? 0) - (b.segments[0]?.number ?? 0));
  for (const row of inOrder) {
    const feed = await readFeed(database, row);
    if (!feed.ok) return feed;
    feeds.push(feed.value);
  }
  return succeed(feeds);
}
