import type { RecommendationColumns } from '../../../core/search/columns.ts';
import {
  type Copies,
  findCopiedPosts,
  findCopiedRecommendations,
  NO_COPIES,
  type Place,
  pairEntries,
  withoutEntries,
} from '../../../core/search/copies.ts';
import { readMeta } from './meta.ts';
import type { PublicationRow, Segment, Writing } from './schema.ts';
import { readStoredColumns, readStoredIds, sizesOfSegment } from './stored-columns.ts';
import { readFeedRows } from './stored-said.ts';

/** Says which posts and recommendations several segments hold, once the feeds have the segments that are theirs. */
export async function markCopies(transaction: Writing): Promise<void> {
  const segments = (await readFeedRows(transaction)).flatMap(({ segments }) => segments.toReversed());
  const posts = segments.length < 2 ? Uint32Array.of() : await findPosts(transaction, segments);
  const recommendations = posts.length === 0 ? posts : await findRecommendations(transaction, segments, posts);
  const publications = (await readMeta(transaction, 'copies'))?.publications ?? Uint32Array.of();
  await put(transaction, { posts, recommendations, publications });
}

async function findPosts(transaction: Writing, segments: readonly Segment[]): Promise<Uint32Array> {
  const read = segments.map(async ({ number }) => ({ number, ids: await readStoredIds(transaction, number) }));
  return findCopiedPosts(await Promise.all(read));
}

async function findRecommendations(transaction: Writing, segments: readonly Segment[], posts: Uint32Array) {
  const read = segments.map(async (segment): Promise<readonly [number, RecommendationColumns]> => {
    const { recommendations } = await readStoredColumns(transaction, segment.number, sizesOfSegment(segment));
    return [segment.number, recommendations];
  });
  return findCopiedRecommendations(posts, new Map(await Promise.all(read)));
}

/**
 * Says which entries are of one publication, where publications that were concerned have become others. Where nothing was
 * said before, of all of them.
 */
export async function markEntries(
  transaction: Writing,
  concerned: readonly PublicationRow[],
  now: readonly Pick<PublicationRow, 'entries'>[],
): Promise<void> {
  const before = await readMeta(transaction, 'copies');
  const rows = before === undefined ? await transaction.objectStore('publications').getAll() : now;
  const decided: readonly Place[] = concerned.flatMap(({ entries }) => entries);
  const kept = withoutEntries(before?.publications ?? Uint32Array.of(), decided);
  const publications = Uint32Array.from([...kept, ...pairEntries(rows.map(({ entries }) => entries))]);
  await put(transaction, { ...(before ?? NO_COPIES), publications });
}

async function put(transaction: Writing, copies: Copies): Promise<void> {
  await transaction.objectStore('meta').put(copies, 'copies');
}
