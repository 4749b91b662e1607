import type { Profile } from '../model/account.ts';
import type { FeedId } from '../model/ids.ts';
import type { Origin } from '../model/origin.ts';
import type { Post } from '../model/post.ts';

/** A post as its source has it, before it is known which thread and publications it belongs to. */
export type SourcePost = Omit<Post, 'thread' | 'publications'>;

/** What a source of posts says of one account. */
export interface SourceFeed {
  readonly id: FeedId;
  readonly origin: Origin;
  readonly profile: Profile;
  /** In the order of the feed, newest first. */
  readonly posts: readonly SourcePost[];
}
