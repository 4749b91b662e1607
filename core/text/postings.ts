import { lowerBound } from './lower-bound.ts';

/** What is found by a key; in memory a map, and otherwise whatever knows what it was asked for. */
export interface Lookup<Key, Value> {
  get(key: Key): Value | undefined;
}

/** Documents by the stems that they hold; the documents of a stem are numbers in rising order. */
export interface Postings {
  readonly of: Lookup<string, Posting>;
  /** The weight of a stem that no document holds. */
  readonly unknownWeight: number;
}

export interface Posting {
  readonly documents: readonly number[];
  /** Between 0 and 1: how much the stem tells; the rarer, the more. */
  readonly weight: number;
}

/** Words that stand on many of the Institute's pages, or in any text, tell little, however rare they are in a small feed. */
const COMMON = new Set(
  (
    'govern public servic report minist polici uk new part year need institut review plan parliament reform prime state ' +
    'work make chang improv good best better great big get give take want use time day week look think say see wai thing ' +
    'importance help peopl todai next futur lesson challeng countri department perform'
  ).split(' '),
);
const COMMON_WEIGHT = 0.3;
/** In a feed with fewer documents a stem's rarity says nothing yet. */
const MIN_DOCUMENTS = 1000;

/** `documents` are lists of stems; their positions are the numbers that the postings hold. */
export function buildPostings(documents: readonly (readonly string[])[]): Postings {
  const lists = new Map<string, number[]>();
  for (const [number, stems] of documents.entries()) {
    for (const stem of new Set(stems)) {
      const list = lists.get(stem);
      if (list === undefined) lists.set(stem, [number]);
      else list.push(number);
    }
  }
  const of = new Map<string, Posting>();
  for (const [stem, list] of lists) of.set(stem, makePosting(stem, list, documents.length));
  return { of, unknownWeight: unknownWeight(documents.length) };
}

/** The documents of a stem, of so many documents in all. */
export function makePosting(stem: string, documents: readonly number[], all: number): Posting {
  return { documents, weight: weightOf(stem, documents.length, all) };
}

/** The weight of a stem that none of so many documents holds. */
export function unknownWeight(all: number): number {
  return weightOf('', 0, all);
}

/** How much a stem tells that so many of all documents hold: between 0 and 1. */
export function weightOf(stem: string, having: number, all: number): number {
  const size = Math.max(MIN_DOCUMENTS, all);
  const rarity = Math.log(1 + size / (1 + having)) / Math.log(1 + size);
  return COMMON.has(stem) ? COMMON_WEIGHT * rarity : rarity;
}

/** The sum of the stems' weights. */
export function weigh(stems: Iterable<string>, { of, unknownWeight }: Postings): number {
  let sum = 0;
  for (const stem of stems) sum += of.get(stem)?.weight ?? (COMMON.has(stem) ? COMMON_WEIGHT : 1) * unknownWeight;
  return sum;
}

/**
 * The documents that hold all of the stems. It walks through those of the rarest stem, at most `most` of them, and
 * looks each up with the others, so that a larger library costs hardly more.
 */
export function documentsWithAll(stems: readonly string[], postings: Postings, most: number): number[] {
  const lists: (readonly number[])[] = [];
  // All are asked for before any is missed, so that whoever reads them learns of all at once.
  for (const posting of stems.map((stem) => postings.of.get(stem))) {
    if (posting === undefined) return [];
    lists.push(posting.documents);
  }
  const [rarest, ...others] = lists.sort((a, b) => a.length - b.length);
  if (rarest === undefined || rarest.length > most) return [];
  return rarest.filter((number) => others.every((list) => holdsNumber(list, number)));
}

/** The first documents of the two rarest stems, at most `most` of each. */
export function documentsWithRarest(stems: readonly string[], postings: Postings, most: number): Set<number> {
  let rarest: readonly number[] = [];
  let second: readonly number[] = [];
  for (const stem of stems) {
    const documents = postings.of.get(stem)?.documents;
    if (documents === undefined) continue;
    if (rarest.length === 0 || documents.length < rarest.length) {
      second = rarest;
      rarest = documents;
    } else if (second.length === 0 || documents.length < second.length) second = documents;
  }
  const found = new Set(rarest.slice(0, most));
  for (const number of second.slice(0, most)) found.add(number);
  return found;
}

/** Whether a document, by its number, holds a stem. */
export function holds(postings: Postings, stem: string, number: number): boolean {
  return holdsNumber(postings.of.get(stem)?.documents ?? [], number);
}

/** Whether numbers in rising order have one among them. */
export function holdsNumber(list: readonly number[], number: number): boolean {
  return list[lowerBound(list, number)] === number;
}
