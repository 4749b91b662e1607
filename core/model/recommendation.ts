import type { PostId, PublicationId, ThreadId } from './ids.ts';

export interface Recommendation {
  readonly number: number;
  readonly text: string;
  /** The section's name in the words of the posts, or null where they name none. */
  readonly section: string | null;
  readonly post: PostId;
  readonly thread: ThreadId;
  readonly publication: PublicationId | null;
}
