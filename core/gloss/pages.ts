import type { PostId, PostTime, PublicationId } from '../model/ids.ts';
import type { ConversationCursor, RecommendationCursor } from './more.ts';

/** Posts after which a page of conversations is full, and how many it has at most: a conversation is never cut. */
const FULL = 20;
const MOST = 2 * FULL;
/** Recommendations of a page: of most publications all, for their list is read as a whole. */
const RECOMMENDATIONS = 100;
/** Conversations of one minute that a cursor names; what else such a minute has is passed over. */
export const MAX_SHOWN = 1000;

/** As much of a conversation as it takes to say on which page it is. */
export interface ConversationHead {
  /** When it begins, and the first of its posts. */
  readonly time: PostTime;
  readonly first: PostId;
  /** How many posts it has. */
  readonly size: number;
}

export interface Page<Item, Next> {
  readonly items: readonly Item[];
  /** Null where it is the last. */
  readonly next: Next | null;
}

/**
 * The page of conversations after a cursor, or the first. `all` are the newest first. A page has conversations until it has
 * 20 posts; one that would make it more than 40 begins the next, and is that alone where it is longer.
 */
export function pageOfConversations<Head extends ConversationHead>(
  all: readonly Head[],
  about: PublicationId | null,
  after: ConversationCursor | null,
): Page<Head, ConversationCursor> {
  const shown = new Set(after?.shown);
  const left = all.filter(
    ({ time, first }) => after === null || time < after.time || (time === after.time && !shown.has(first)),
  );
  const items = left.slice(0, lengthOfPage(left));
  const last = items.at(-1);
  if (last === undefined || items.length === left.length) return { items, next: null };
  const { time } = last;
  const before = time === after?.time ? after.shown : [];
  const own = items.filter((each) => each.time === time).map(({ first }) => first);
  return { items, next: { kind: 'conversations', about, time, shown: [...before, ...own].slice(-MAX_SHOWN) } };
}

function lengthOfPage(left: readonly ConversationHead[]): number {
  let posts = 0;
  for (const [index, { size }] of left.entries()) {
    if (posts >= FULL || (index > 0 && posts + size > MOST)) return index;
    posts += size;
  }
  return left.length;
}

/** As much of a recommendation as names it. */
interface Numbered {
  readonly post: PostId;
  readonly number: number;
}

/** The page of recommendations after a cursor, or the first. `all` are in the order in which they are shown. */
export function pageOfRecommendations<Item extends Numbered>(
  all: readonly Item[],
  about: PublicationId | null,
  after: RecommendationCursor | null,
): Page<Item, RecommendationCursor> {
  const start = after === null ? 0 : placeAfter(all, after);
  const items = all.slice(start, start + RECOMMENDATIONS);
  const count = start + items.length;
  const last = items.at(-1);
  if (last === undefined || count === all.length) return { items, next: null };
  return { items, next: { kind: 'recommendations', about, post: last.post, number: last.number, count } };
}

function placeAfter(all: readonly Numbered[], { post, number, count }: RecommendationCursor): number {
  const last = all.findIndex((each) => each.post === post && each.number === number);
  // Where it is gone, those after it have moved up.
  return last === -1 ? Math.max(0, count - 1) : last + 1;
}
