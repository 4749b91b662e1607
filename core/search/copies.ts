import { NONE, type RecommendationColumns } from './columns.ts';

/**
 * Which documents are one: the segment and the place of each that is the same as one before it, and the segment and the
 * place of that, four numbers a pair. Of publications these are the entries of one.
 */
export interface Copies {
  readonly posts: Uint32Array;
  readonly recommendations: Uint32Array;
  readonly publications: Uint32Array;
}

export const NO_COPIES: Copies = {
  posts: Uint32Array.of(),
  recommendations: Uint32Array.of(),
  publications: Uint32Array.of(),
};

/** A segment, and a place in it. */
export type Place = readonly [segment: number, place: number];

/** Finds the posts that are in several segments, which come in their order. */
export function findCopiedPosts(
  segments: readonly { readonly number: number; readonly ids: Float64Array }[],
): Uint32Array {
  const pairs: number[] = [];
  const [first, ...others] = segments;
  if (first === undefined || others.length === 0) return Uint32Array.of();
  const known = new Map<number, Place>();
  for (const { number, ids } of segments) {
    for (const [place, id] of ids.entries()) {
      const before = known.get(id);
      if (before === undefined) known.set(id, [number, place]);
      else pairs.push(number, place, ...before);
    }
  }
  return Uint32Array.from(pairs);
}

/** Finds the recommendations of posts that are the same; those of one number are one. */
export function findCopiedRecommendations(
  copiedPosts: Uint32Array,
  segments: ReadonlyMap<number, Pick<RecommendationColumns, 'posts' | 'numbers'>>,
): Uint32Array {
  const originals = new Map([...pairsOf(copiedPosts)].map(([copy, of]) => [keyOf(copy), keyOf(of)]));
  const wanted = new Set(originals.values());
  const known = new Map<string, Place>();
  const eachOf = function* (): Iterable<readonly [post: string, number: number, place: Place]> {
    for (const [segment, { posts, numbers }] of segments)
      for (const [place, post] of posts.entries())
        if (post !== NONE) yield [keyOf([segment, post]), numbers[place] ?? 0, [segment, place]];
  };
  for (const [post, number, place] of eachOf())
    if (wanted.has(post)) known.set(`${post} ${number}`, known.get(`${post} ${number}`) ?? place);
  const pairs: number[] = [];
  for (const [post, number, place] of eachOf()) {
    const original = originals.get(post);
    const of = original === undefined ? undefined : known.get(`${original} ${number}`);
    if (of !== undefined) pairs.push(...place, ...of);
  }
  return Uint32Array.from(pairs);
}

function keyOf([segment, place]: Place): string {
  return `${segment} ${place}`;
}

export function* pairsOf(copies: Uint32Array): Iterable<readonly [copy: Place, of: Place]> {
  for (let at = 0; at + 3 < copies.length; at += 4) {
    const [segment = 0, place = 0, ofSegment = 0, ofPlace = 0] = copies.subarray(at, at + 4);
    yield [
      [segment, place],
      [ofSegment, ofPlace],
    ];
  }
}

/** The entries of publications that have several. */
export function pairEntries(groups: readonly (readonly Place[])[]): Uint32Array {
  return Uint32Array.from(
    groups.flatMap(([first, ...others]) => (first === undefined ? [] : others.flatMap((each) => [...each, ...first]))),
  );
}

/** Without the pairs of entries that are decided anew. */
export function withoutEntries(copies: Uint32Array, entries: readonly Place[]): Uint32Array {
  const gone = new Set(entries.map(keyOf));
  return Uint32Array.from(
    [...pairsOf(copies)].flatMap(([copy, of]) => (gone.has(keyOf(copy)) ? [] : [...copy, ...of])),
  );
}
