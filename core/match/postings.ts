/** Documents by the stems that they hold, with a weight for each stem: the rarer, the more it tells. */
export interface Postings {
  readonly size: number;
  readonly of: ReadonlyMap<string, readonly number[]>;
}

/** Words that stand on half of the Institute's pages tell little, however rare they are in one small feed. */
const COMMON = new Set(
  'govern public servic report minist polici uk new part year need institut review plan'.split(' '),
);
const COMMON_WEIGHT = 0.3;
/** A stem in more documents than this finds nothing any more; it would only cost time. */
const MOST_DOCUMENTS = 400;

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

/** Between 0 and 1: how much a stem tells. */
export function weightOf(stem: string, postings: Postings): number {
  const having = postings.of.get(stem)?.length ?? 0;
  const rarity = Math.log(1 + postings.size / (1 + having)) / Math.log(1 + postings.size);
  return COMMON.has(stem) ? COMMON_WEIGHT * rarity : rarity;
}

/** The documents that hold at least one of the stems, each once; stems that nearly all documents hold are passed over. */
export function documentsWith(stems: Iterable<string>, postings: Postings): Set<number> {
  const found = new Set<number>();
  for (const stem of stems) {
    const having = postings.of.get(stem) ?? [];
    if (having.length <= MOST_DOCUMENTS) for (const number of having) found.add(number);
  }
  return found;
}
