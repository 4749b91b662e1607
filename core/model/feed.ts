import type { Profile } from './account.ts';
import type { FeedId, IsoDate } from './ids.ts';
import type { Origin } from './origin.ts';
import type { Post } from './post.ts';
import type { Publication } from './publication.ts';
import type { Recommendation } from './recommendation.ts';
import type { Thread } from './thread.ts';

export interface Feed {
  readonly id: FeedId;
  readonly origin: Origin;
  readonly profile: Profile;
  /**
   * The day when it was read, or that of the newest post where the source does not name it: the feed says nothing of later
   * ones. Null for a feed without posts that does not name it.
   */
  readonly asOf: IsoDate | null;
  /** In the order of the feed, newest first. */
  readonly posts: readonly Post[];
  readonly threads: readonly Thread[];
  readonly recommendations: readonly Recommendation[];
  readonly publications: readonly Publication[];
}

/** The bundled feed as a file of the extension. */
export interface BundledIndex {
  /** Changes whenever the content or the form of the index does. */
  readonly version: string;
  readonly feeds: readonly Feed[];
}
