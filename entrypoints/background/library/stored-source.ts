import { Damage, present } from '../../../core/postings/damage.ts';
import type { Page } from '../../../core/postings/pages.ts';
import type { Columns } from '../../../core/search/columns.ts';
import { NO_COPIES, type Place } from '../../../core/search/copies.ts';
import { joinColumns, type LibraryColumns } from '../../../core/search/library-columns.ts';
import {
  type CountedPublication,
  type PageSource,
  placeSegments,
  type SearchedSegment,
  type SearchSource,
} from '../../../core/search/source.ts';
import { readMeta } from './meta.ts';
import { readPage } from './read-postings.ts';
import { runsOf } from './runs.ts';
import { bySameTitle } from './same-keys.ts';
import type { FeedRow, LibrarySchema, Reading, RowKey } from './schema.ts';
import { readStoredColumns, readStoredIds, sizesOfSegment } from './stored-columns.ts';

/** What was read and need not be read again; nothing of a segment is ever rewritten. */
export interface Known {
  readonly columns: Map<number, Columns>;
  /** What changes with the segments that there are. */
  ofAll: KnownOfAll;
}

interface KnownOfAll {
  /** The segments for which it holds, in their order. */
  readonly segments: string;
  library: LibraryColumns | null;
  /** Where that stands which the reader wrote about. */
  readonly posts: Map<string, Place | null>;
  readonly publications: Map<string, Place | null>;
  /** By their entries. */
  readonly counted: Map<string, CountedPublication>;
}

/** Publications that stay in memory, for most hits are about the same few; Firefox takes 0.2 ms to read one. */
const MOST_COUNTED = 1000;

export function createKnown(): Known {
  return { columns: new Map(), ofAll: knownOf('') };
}

/** What a search asks, from where it is stored; `known` keeps what it need not read again. */
export function storedSource(reading: Reading, feeds: readonly FeedRow[], known: Known): SearchSource {
  const live = new Set(feeds.flatMap(({ segments }) => segments.map(({ number }) => number)));
  for (const segment of known.columns.keys()) if (!live.has(segment)) known.columns.delete(segment);
  const segments = [...live].join(' ');
  if (known.ofAll.segments !== segments) known.ofAll = knownOf(segments);
  const { ofAll } = known;
  if (ofAll.counted.size > MOST_COUNTED) ofAll.counted.clear();
  const publications = reading.objectStore('publications');
  const pages = storedPages(reading, feeds);
  // What another transaction is reading is not waited for: this one would end meanwhile.
  const readColumns = async ({ number, sizes }: SearchedSegment) => {
    const columns = known.columns.get(number) ?? (await readStoredColumns(reading, number, sizes));
    known.columns.set(number, columns);
    return columns;
  };
  return {
    ...pages,
    async readLibrary() {
      if (ofAll.library !== null) return ofAll.library;
      const placed = placeSegments(pages.feeds);
      const [copies, read] = await Promise.all([readMeta(reading, 'copies'), Promise.all(placed.map(readColumns))]);
      ofAll.library = joinColumns(placed, read, copies ?? NO_COPIES);
      return ofAll.library;
    },
    readIds: ({ number }) => readStoredIds(reading, number),
    async findCalled(title) {
      const rows = await publications.index('keys').getAll(bySameTitle(title));
      return rows.flatMap(({ entries }) => entries);
    },
    placesOfPosts: (ids) =>
      learn(ofAll.posts, ids, async (id) => {
        const keys = await reading.objectStore('posts').index('id').getAllKeys(id);
        return keys.find(([segment]) => live.has(segment)) ?? null;
      }),
    placesOfPublications: (ids) =>
      learn(ofAll.publications, ids, async (id) => (await publications.index('members').get(id))?.entries[0] ?? null),
    readPosts: (places) => readRows(reading, 'posts', places),
    readRecommendations: (places) => readRows(reading, 'recommendations', places),
    readPublications: (entries) =>
      learn(ofAll.counted, entries, async (entry) => {
        const { publication, posts } = present(await publications.index('entries').get([...entry]));
        return { publication, posts };
      }),
  };
}

function knownOf(segments: string): KnownOfAll {
  return { segments, library: null, posts: new Map(), publications: new Map(), counted: new Map() };
}

/** What is known of each, or is read now. */
function learn<Asked extends string | Place, Value>(
  known: Map<string, Value>,
  asked: readonly Asked[],
  read: (each: Asked) => Promise<Value>,
): Promise<Value[]> {
  return Promise.all(
    asked.map(async (each) => {
      const key = String(each);
      const before = known.get(key);
      if (before !== undefined) return before;
      const value = await read(each);
      known.set(key, value);
      return value;
    }),
  );
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
