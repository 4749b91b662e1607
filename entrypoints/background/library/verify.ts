import { fail, type Result, succeed } from '../../../core/result.ts';
import { readMeta } from './meta.ts';
import { readFeeds } from './read-feeds.ts';
import { below, type FeedRow, type LibraryDatabase } from './schema.ts';

/** A library of more posts is not read whole at each start: its rows are looked at as they are asked for. */
const MOST_POSTS = 1000;

/** Whether what is stored is what was stored, as far as that can be said without reading a large library whole. */
export async function verify(database: LibraryDatabase): Promise<Result<null, string>> {
  const rows = await database.getAll('feeds');
  const unread = rows.find(({ segments }) => !Array.isArray(segments));
  if (unread !== undefined) return fail(`feeds: ${unread.id} has no segments`);
  if (count(rows, 'posts') > MOST_POSTS) return succeed(null);
  const feeds = await readFeeds(database);
  return feeds.ok ? verifyDerived(database, rows) : feeds;
}

async function verifyDerived(database: LibraryDatabase, rows: readonly FeedRow[]): Promise<Result<null, string>> {
  const reading = database.transaction(['meta', 'conversations', 'pages', 'columns', 'publications']);
  const segments = rows.flatMap((row) => row.segments);
  const titles = (await readMeta(reading, 'titles')) ?? [];
  const stored = [
    ...segments.map(({ number, conversations }) => ['conversations', number, conversations] as const),
    ...segments.map(({ number, columns }) => ['columns', number, columns] as const),
    ...[...segments, ...titles].map(({ number, pages }) => ['pages', number, pages] as const),
  ];
  const counted = await Promise.all(stored.map(([store, number]) => reading.objectStore(store).count(below(number))));
  const wrong = stored.find(([, , rowsStored], index) => counted[index] !== rowsStored);
  if (wrong !== undefined) return fail(`${wrong[0]}: other rows than were stored`);
  const publications = await reading.objectStore('publications').getAll();
  const entries = publications.reduce((sum, row) => sum + row.entries.length, 0);
  return entries === count(rows, 'entries') ? succeed(null) : fail('publications: other rows than were stored');
}

function count(rows: readonly FeedRow[], of: 'posts' | 'entries'): number {
  return rows.reduce((sum, { segments }) => sum + segments.reduce((total, segment) => total + segment[of], 0), 0);
}
