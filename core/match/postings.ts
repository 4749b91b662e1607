/** Documents by the stems that they hold; the documents of a stem are numbers in rising order. */
export interface Postings {
  readonly size: number;
  readonly of: ReadonlyMap<string, readonly number[]>;
}

/** Words that stand on many of the Institute's pages, or in any text, tell little, however rare they are in a small feed. */
const COMMON = new Set(
  (
    'govern public servic report minist polici uk new part year need institut review plan parliament reform prime state ' +
    'work make chang improv good best better great big get give take want use time day week look think say see wai thing ' +
    'import help peopl todai next futur lesson challeng countri depart perform'
  ).split(' '),
);
const COMMON_WEIGHT = 0.3;
/** In a feed with fewer documents a stem's rarity says nothing yet. */
const FEWEST_DOCUMENTS = 1000;

/** `documents` are lists of stems; their positions are the numbers that the postings hold. */
export function buildPostings(documents: readonly (readonly string[])[]): Postings {
  const of = new Map<string, number[]>();
  for (const [number, stems] of documents.entries()) {
    for (const stem of new Set(stems)) {
      const having = of.get(stem);
      if (having === undefined) of.set(stem, [number]);
      else having.push(number);
    }
  }
  return { size: documents.length, of };
}

/** Between 0 and 1: how much a stem tells; the rarer, the more. */
export function weightOf(stem: string, postings: Postings): number {
  const size = Math.max(FEWEST_DOCUMENTS, postings.size);
  const having = postings.of.get(stem)?.length ?? 0;
  const rarity = Math.log(1 + size / (1 + having)) / Math.log(1 + size);
  return COMMON.has(stem) ? COMMON_WEIGHT * rarity : rarity;
}

export function weigh(stems: Iterable<string>, postings: Postings): number {
  let sum = 0;
  for (const stem of stems) sum += weightOf(stem, postings);
  return sum;
}

/**
 * The documents that hold all of the stems. It walks through those of the rarest stem, at most `most` of them, and
 * looks each up with the others, so that a larger library costs hardly more.
 */
export function documentsWithAll(stems: readonly string[], postings: Postings, most: number): number[] {
  const lists = byRarity(stems, postings);
  const [rarest, ...others] = lists;
  if (rarest === undefined || lists.length < new Set(stems).size || rarest.length > most) return [];
  return rarest.filter((number) => others.every((list) => hasNumber(list, number)));
}

/** The first documents of the two rarest stems, at most `most` of each. */
export function documentsWithRarest(stems: readonly string[], postings: Postings, most: number): number[] {
  const [rarest = [], second = []] = byRarity(stems, postings);
  return [...new Set([...rarest.slice(0, most), ...second.slice(0, most)])];
}

export function holds(postings: Postings, stem: string, number: number): boolean {
  return hasNumber(postings.of.get(stem) ?? [], number);
}

function byRarity(stems: readonly string[], postings: Postings): (readonly number[])[] {
  return [...new Set(stems)]
    .flatMap((stem) => [postings.of.get(stem) ?? []].filter(({ length }) => length > 0))
    .sort((a, b) => a.length - b.length);
}

function hasNumber(list: readonly number[], number: number): boolean {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = list[middle] ?? 0;
    if (found === number) return true;
    if (found < number) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
