import { Damage } from '../../../core/postings/damage.ts';
import { covers, type Page, readTerm } from '../../../core/postings/pages.ts';
import { makePosting, type Posting } from '../../../core/text/postings.ts';
import type { FeedRow, IndexName, Reading, Segment } from './schema.ts';

/** A part of an index: the number of its pages, and of how many documents they are. */
export interface IndexPart {
  readonly number: number;
  readonly size: number;
}

/** The segments of feeds as the parts of an index: feed by feed, and in each the newest first. */
export function partsOf(feeds: readonly FeedRow[], documents: Exclude<keyof Segment, 'number'>): IndexPart[] {
  return feeds.flatMap(({ segments }) =>
    segments.toReversed().map((segment) => ({ number: segment.number, size: segment[documents] })),
  );
}

/**
 * Reads the postings of terms in an index of several parts, whose documents are numbered one after another. Terms that no
 * document holds are not in what it gives.
 */
export async function readPostings(
  reading: Reading,
  index: readonly [IndexName, readonly IndexPart[]],
  terms: readonly string[],
): Promise<ReadonlyMap<string, Posting>> {
  const size = index[1].reduce((sum, part) => sum + part.size, 0);
  const held = [...(await readDocumentsOf(reading, index, terms))].filter(([, documents]) => documents.length > 0);
  return new Map(held.map(([term, documents]) => [term, makePosting(term, documents, size)]));
}

/** Reads which documents hold each term, in rising order. */
export async function readDocumentsOf(
  reading: Reading,
  [index, parts]: readonly [IndexName, readonly IndexPart[]],
  terms: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const found = await Promise.all(parts.map((part) => readPart(reading, index, part, terms)));
  const lists = new Map<string, readonly number[]>(terms.map((term) => [term, []]));
  let base = 0;
  for (const [order, { size }] of parts.entries()) {
    const first = base;
    for (const [term, places] of found[order] ?? []) {
      const numbers = first === 0 ? places : places.map((place) => first + place);
      const before = lists.get(term) ?? [];
      lists.set(term, before.length === 0 ? numbers : before.concat(numbers));
    }
    base += size;
  }
  return lists;
}

async function readPart(
  reading: Reading,
  index: IndexName,
  { number, size }: IndexPart,
  terms: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const found = new Map<string, readonly number[]>();
  let page: Page | null = null;
  // In the order of the pages, so that each is read once.
  for (const term of terms.toSorted((a, b) => (a < b ? -1 : 1))) {
    if (page === null || !covers(page, term)) page = await readPage(reading, [number, index, term]);
    const places = page === null ? [] : readTerm(page, term, size);
    if (places === null) throw new Damage(`a page of ${index} is damaged`);
    found.set(term, places);
  }
  return found;
}

/** The page that would hold a term: the last one that begins with it or before. */
export async function readPage(
  reading: Reading,
  [number, index, term]: [number, IndexName, string],
): Promise<Page | null> {
  const range = IDBKeyRange.bound([number, index, ''], [number, index, term]);
  const pages = reading.objectStore('pages');
  // A cursor with values has Firefox read many pages ahead.
  const key = (await pages.openKeyCursor(range, 'prev'))?.primaryKey;
  const page = (key && (await pages.get(key))) ?? null;
  if (page !== null && !Array.isArray(page.terms)) throw new Damage(`a page of ${index} is damaged`);
  return page;
}

/** Where a document stands, by its number among those of all parts. */
export function placeIn(parts: readonly IndexPart[], document: number): [number, number] {
  let base = 0;
  for (const { number, size } of parts) {
    if (document < base + size) return [number, document - base];
    base += size;
  }
  throw new Damage(`a document ${document} of ${base}`);
}
