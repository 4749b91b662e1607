import type { PostId, PostTime, PublicationId, ThreadId } from './ids.ts';

/** Lettered or numbered points in a post that are not recommendations, such as "a) … b) …". */
export interface PointList {
  /** The sentence that introduces them, or null where none does. */
  readonly heading: string | null;
  readonly points: readonly Point[];
}

export interface Point {
  readonly label: string;
  readonly text: string;
  readonly post: PostId;
}

export interface Thread {
  readonly id: ThreadId;
  readonly time: PostTime;
  /** In reading order, oldest first. */
  readonly posts: readonly PostId[];
  /** Whether its first post is in the feed; `unknown` where the page ends with the thread. */
  readonly start: 'shown' | 'missing' | 'unknown';
  readonly publication: PublicationId | null;
  readonly lists: readonly PointList[];
}
