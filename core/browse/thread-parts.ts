import type { Thread } from '../model/thread.ts';
import { type Place, pairsOf } from '../search/copies.ts';
import type { PlacedColumns } from './thread-order.ts';

/** A thread whose first post stands elsewhere too, and not as the first of a thread: it may be a part of what stands there. */
export interface Doubtful {
  /** What stands for its id (`hashNumberOf`). */
  readonly id: number;
  readonly segment: number;
  readonly place: number;
  /** Where its first post stands. */
  readonly elsewhere: readonly Place[];
}

interface Opening extends Omit<Doubtful, 'elsewhere'> {
  readonly posts: number;
}

/** Threads are called by their first post: one that a feed has without its beginning has another id than the whole. */
export function findDoubtful(all: readonly PlacedColumns[], copiedPosts: Uint32Array): Doubtful[] {
  if (copiedPosts.length === 0) return [];
  const openings = new Map<number, Opening>();
  for (const { segment, ids, posts, openings: first } of all)
    for (const [place, id] of ids.entries())
      openings.set(keyOf([segment, first[place] ?? -1]), { id, segment, place, posts: posts[place] ?? 0 });
  return copiesOf(copiedPosts, (post) => openings.has(keyOf(post))).flatMap((copies) => {
    const elsewhere = copies.filter((post) => !openings.has(keyOf(post)));
    const [thread] = copies.flatMap((post) => openings.get(keyOf(post)) ?? []).sort((a, b) => b.posts - a.posts);
    return thread === undefined || elsewhere.length === 0 ? [] : [{ ...thread, elsewhere }];
  });
}

/** The places of each post that several segments hold, one of which is wanted. */
function copiesOf(copiedPosts: Uint32Array, isWanted: (post: Place) => boolean): Place[][] {
  const wanted = new Map<number, Place[]>();
  for (const [copy, of] of pairsOf(copiedPosts)) if (isWanted(copy) || isWanted(of)) wanted.set(keyOf(of), [of]);
  for (const [copy, of] of pairsOf(copiedPosts)) wanted.get(keyOf(of))?.push(copy);
  return [...wanted.values()];
}

function keyOf([segment, place]: Place): number {
  return segment * 2 ** 32 + place;
}

type Called = Pick<Thread, 'id' | 'posts'>;

/** Whether a longer thread has all posts of another; of one that is called the same, the longest is shown anyway. */
export function isPartOf({ id, posts }: Called, whole: Called): boolean {
  return id !== whole.id && posts.length < whole.posts.length && posts.every((post) => whole.posts.includes(post));
}
