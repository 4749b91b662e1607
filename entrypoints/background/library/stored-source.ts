import { Damage, present } from '../../../core/postings/damage.ts';
import type { Page } from '../../../core/postings/pages.ts';
import type { Columns } from '../../../core/search/columns.ts';
import { NO_COPIES, type Place } from '../../../core/search/copies.ts';
import type { PageSource, SearchSource } from '../../../core/search/source.ts';
import { readMeta } from './meta.ts';
import { readPage } from './read-postings.ts';
import { runsOf } from './runs.ts';
import { bySameTitle } from './same-keys.ts';
import type { FeedRow, LibrarySchema, Reading, RowKey } from './schema.ts';
import { readStoredColumns, readStoredIds, sizesOfSegment } from './stored-columns.ts';

/** Columns of segments that were read; nothing of a segment is ever rewritten. */
export type KnownColumns = Map<number, Columns>;

/** What a search asks, from where it is stored; `known` keeps the columns of the segments that there are. */
export function storedSource(reading: Reading, feeds: readonly FeedRow[], known: KnownColumns): SearchSource {
  const live = new Set(feeds.flatMap(({ segments }) => segments.map(({ number }) => number)));
  for (const segment of known.keys()) if (!live.has(segment)) known.delete(segment);
  const publications = reading.objectStore('publications');
  return {
    ...storedPages(reading, feeds),
    // What another transaction is reading is not waited for: this one would end meanwhile.
    async readColumns({ number, sizes }) {
      const columns = known.get(number) ?? (await readStoredColumns(reading, number, sizes));
      known.set(number, columns);
      return columns;
    },
    readIds: ({ number }) => readStoredIds(reading, number),
    readCopies: async () => (await readMeta(reading, 'copies')) ?? NO_COPIES,
    async findCalled(title) {
      const rows = await publications.index('keys').getAll(bySameTitle(title));
      return rows.flatMap(({ entries }) => entries);
    },
    readPosts: (places) => readRows(reading, 'posts', places),
    readRecommendations: (places) => readRows(reading, 'recommendations', places),
    readPublications: (entries) =>
      Promise.all(
        entries.map(async ([segment, place]) => {
          const { publication, posts } = present(await publications.index('entries').get([segment, place]));
          return { publication, posts };
        }),
      ),
  };
}

/** What stands in a row is read at once. */
export async function readRows<Store extends 'posts' | 'recommendations'>(
  reading: Reading,
  store: Store,
  places: readonly Place[],
): Promise<readonly LibrarySchema[Store]['value'][]> {
  const runs = runsOf(places.map(([segment, place]): RowKey => [segment, place]));
  const read = await Promise.all(
    runs.map(async ({ first, last }) => {
      const rows = await reading.objectStore(store).getAll(IDBKeyRange.bound(first, last));
      if (rows.length !== last[1] - first[1] + 1) throw new Damage('a row is missing');
      return rows;
    }),
  );
  return read.flat();
}

/** What finds documents, from where it is stored. */
export function storedPages(reading: Reading, feeds: readonly FeedRow[]): PageSource {
  return {
    feeds: feeds.map(({ id, profile: { handle, displayName }, segments }) => ({
      id,
      handle,
      displayName,
      segments: segments.toReversed().map((segment) => ({ number: segment.number, sizes: sizesOfSegment(segment) })),
    })),
    readPage: (segment, index, term) => readPage(reading, [segment, index, term]),
    async readPages(segment, index, [after, upTo], most) {
      const range = IDBKeyRange.bound([segment, index, after], [segment, index, upTo], true);
      const pages: readonly Page[] = await reading.objectStore('pages').getAll(range, most);
      if (!pages.every(({ terms }) => Array.isArray(terms))) throw new Damage(`a page of ${index} is damaged`);
      return pages;
    },
  };
}
