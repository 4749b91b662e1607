import type { Feed } from '../model/feed.ts';
import { placesOf } from '../model/places.ts';
import { hashNumberOf } from '../text/hash.ts';
import { millisecondsOf } from '../text/minutes.ts';
import { IN_PART } from './catalogue.ts';

/** The threads of rows that were written together, in their order: of each thread a number in each column. */
export interface ThreadColumns {
  /** Milliseconds since 1970 at which they begin. */
  readonly times: Float64Array;
  /** What stands for their ids (`hashNumberOf`): feeds that hold the same thread hold it under one id. */
  readonly ids: Float64Array;
  /** How many posts they have. */
  readonly posts: Uint32Array;
  /** The place of the first post among those of the rows; -1 where it is not there. */
  readonly openings: Int32Array;
  /** How many recommendations they have. */
  readonly recommendations: Uint32Array;
  /** The first of these among those of the rows, and the place behind the last. */
  readonly firstRecommended: Uint32Array;
  readonly endRecommended: Uint32Array;
}

/** Columns, and which rows they are of. */
export interface PlacedColumns extends ThreadColumns {
  readonly segment: number;
}

/** A thread where it stands, and what its columns say of it. */
export interface ThreadPlace {
  readonly segment: number;
  readonly place: number;
  readonly time: number;
  readonly posts: number;
  readonly opening: number;
  readonly recommendations: number;
}

export function threadColumns({
  posts,
  threads,
  recommendations,
}: Pick<Feed, 'posts' | 'threads' | 'recommendations'>): ThreadColumns {
  const placeOf = placesOf(posts);
  const recommended = recommendationsByThread(recommendations);
  const of = (id: string) => recommended.get(id) ?? { count: 0, first: 0, end: 0 };
  return {
    times: Float64Array.from(threads, ({ time }) => millisecondsOf(time)),
    ids: Float64Array.from(threads, ({ id }) => hashNumberOf(id)),
    posts: Uint32Array.from(threads, (thread) => thread.posts.length),
    openings: Int32Array.from(threads, (thread) => placeOf.get(thread.posts[0] ?? '') ?? -1),
    recommendations: Uint32Array.from(threads, ({ id }) => of(id).count),
    firstRecommended: Uint32Array.from(threads, ({ id }) => of(id).first),
    endRecommended: Uint32Array.from(threads, ({ id }) => of(id).end),
  };
}

/** A part of all threads, the newest first and each once; without `parts`, by what stands for their ids. */
export function threadsPart(
  all: readonly PlacedColumns[],
  start: number,
  parts: ReadonlySet<number> = new Set(),
): { readonly items: readonly ThreadPlace[]; readonly total: number } {
  const best = new Map<number, ThreadPlace>();
  for (const columns of all) {
    for (const [place, id] of columns.ids.entries()) {
      if (parts.has(id)) continue;
      const found = threadAt(columns, place);
      const before = best.get(id);
      // Feeds come in their order: of as many posts, the first one is shown, as `longestOf` has it.
      if (before === undefined || found.posts > before.posts) best.set(id, found);
    }
  }
  const sorted = [...best.values()].sort((a, b) => b.time - a.time);
  return { items: sorted.slice(start, start + IN_PART), total: sorted.length };
}

function threadAt({ segment, times, posts, openings, recommendations }: PlacedColumns, place: number): ThreadPlace {
  return {
    segment,
    place,
    time: times[place] ?? 0,
    posts: posts[place] ?? 0,
    opening: openings[place] ?? -1,
    recommendations: recommendations[place] ?? 0,
  };
}

function recommendationsByThread(recommendations: Feed['recommendations']) {
  const found = new Map<string, { count: number; readonly first: number; end: number }>();
  for (const [place, { thread }] of recommendations.entries()) {
    const own = found.get(thread) ?? { count: 0, first: place, end: place };
    own.count += 1;
    own.end = place + 1;
    found.set(thread, own);
  }
  return found;
}
