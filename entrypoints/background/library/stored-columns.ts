import { type Columns, readColumns, readIds, type StoredColumns } from '../../../core/search/columns.ts';
import type { Sizes } from '../../../core/search/indexes.ts';
import { below, type Reading, type Segment } from './schema.ts';

type Store = Pick<Reading, 'objectStore'>;

/** What is known of a segment's documents without reading them; throws where that is damaged. */
export async function readStoredColumns(reading: Store, segment: number, sizes: Sizes): Promise<Columns> {
  const [posts, recommendations, publications] = await Promise.all(
    (['posts', 'recommendations', 'publications'] as const).map((name) => readBytes(reading, segment, name)),
  );
  const none = new Uint8Array();
  return readColumns(
    { posts: posts ?? none, recommendations: recommendations ?? none, publications: publications ?? none },
    sizes,
  );
}

/** The numbers that stand for the ids of a segment's posts. */
export async function readStoredIds(reading: Store, segment: number): Promise<Float64Array> {
  return readIds({ ids: await readBytes(reading, segment, 'ids') });
}

async function readBytes(reading: Store, segment: number, column: keyof StoredColumns): Promise<Uint8Array> {
  const parts = await reading.objectStore('columns').getAll(below(segment, column));
  const [first = new Uint8Array(), ...others] = parts;
  if (others.length === 0) return first;
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

export function sizesOfSegment({ posts, recommendations, entries }: Segment): Sizes {
  return { posts, recommendations, publications: entries };
}
