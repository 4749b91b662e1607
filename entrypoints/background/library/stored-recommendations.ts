import { listRecommendation } from '../../../core/follow-up/listed.ts';
import type { PublicationId } from '../../../core/model/ids.ts';
import type { Publication } from '../../../core/model/publication.ts';
import type { Recommendation } from '../../../core/model/recommendation.ts';
import { RECOMMENDATIONS_IN_PART, type RecommendationList } from '../../../core/protocol/recommendations.ts';
import type { Reading, Segment } from './schema.ts';
import { readFeedRows, readPublication } from './stored-said.ts';

/** A part of all recommendations, as the feeds have them; the rows of that part alone are read. */
export async function listRecommendations(reading: Reading, start: number): Promise<RecommendationList> {
  const feeds = await readFeedRows(reading);
  const segments = feeds.flatMap((feed) => feed.segments.toReversed());
  const rows = await readRows(reading, segments, start);
  const publications = await readOnce(
    rows.flatMap(({ publication }) => publication ?? []),
    async (id) => (await readPublication(reading, id))?.publication ?? null,
  );
  const byId = reading.objectStore('posts').index('id');
  const posts = await readOnce(
    rows.map(({ post }) => post),
    (id) => byId.get(id),
  );
  return {
    items: rows.map((row) => listRecommendation(row, publicationOf(row, publications), posts.get(row.post))),
    total: segments.reduce((sum, { recommendations }) => sum + recommendations, 0),
  };
}

async function readRows(
  reading: Reading,
  segments: readonly Segment[],
  start: number,
): Promise<readonly Recommendation[]> {
  const store = reading.objectStore('recommendations');
  const read: Promise<Recommendation[]>[] = [];
  let [skipped, left] = [start, RECOMMENDATIONS_IN_PART];
  for (const { number, recommendations } of segments) {
    const first = Math.min(skipped, recommendations);
    const length = Math.min(left, recommendations - first);
    if (length > 0) read.push(store.getAll(IDBKeyRange.bound([number, first], [number, first + length - 1])));
    skipped -= first;
    left -= length;
  }
  return (await Promise.all(read)).flat();
}

async function readOnce<Id extends string, Item>(
  ids: readonly Id[],
  read: (id: Id) => Promise<Item>,
): Promise<ReadonlyMap<Id, Item>> {
  return new Map(await Promise.all([...new Set(ids)].map(async (id) => [id, await read(id)] as const)));
}

function publicationOf(
  { publication }: Recommendation,
  publications: ReadonlyMap<PublicationId, Publication | null>,
): Publication | null {
  return publication === null ? null : (publications.get(publication) ?? null);
}
