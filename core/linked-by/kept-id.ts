import type { FeedId } from '../model/ids.ts';

/** All posts that the reader keeps by themselves are one feed. */
export const KEPT_FEED: FeedId = 'kept-posts';
