import { publicationsOfFeeds } from '../link/publications-of-feeds.ts';
import type { Feed } from '../model/feed.ts';
import type { GlossContent } from './gloss-for.ts';

/** Whole feeds as what glosses are made of, in the order in which they came in. */
export function contentOfFeeds(feeds: readonly Feed[]): GlossContent {
  return { feeds, publications: publicationsOfFeeds(feeds) };
}
