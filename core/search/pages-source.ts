import type { Feed } from '../model/feed.ts';
import type { Page } from '../postings/pages.ts';
import { atOnce } from '../steps.ts';
import { type SearchIndex, searchPagesOf } from './indexes.ts';
import type { PageSource } from './source.ts';
import { type Written, writtenIn } from './written.ts';

/** A feed, and what is written in it. */
export interface WrittenFeed {
  readonly feed: Feed;
  readonly written: Written;
}

export function readWritten(feeds: readonly Feed[]): readonly WrittenFeed[] {
  return feeds.map((feed) => ({ feed, written: atOnce(writtenIn(feed)) }));
}

/** What finds the documents of feeds that are in memory: pages as they would be stored, each feed's in one segment. */
export function pagesSource(feeds: readonly WrittenFeed[]): PageSource {
  const segments = feeds.map(({ feed, written }) => new Map(atOnce(searchPagesOf(feed, written))));
  const pagesOf = (segment: number, index: SearchIndex): readonly Page[] => segments[segment]?.get(index) ?? [];
  return {
    feeds: feeds.map(({ feed: { id, profile, posts, recommendations, publications } }, number) => ({
      id,
      handle: profile.handle,
      displayName: profile.displayName,
      segments: [
        {
          number,
          sizes: {
            posts: posts.length,
            recommendations: recommendations.length,
            publications: publications.length,
          },
        },
      ],
    })),
    readPage: async (segment, index, term) =>
      pagesOf(segment, index).findLast(({ terms: [first = ''] }) => first <= term) ?? null,
    readPages: async (segment, index, [after, upTo], most) =>
      pagesOf(segment, index)
        .filter(({ terms: [first = ''] }) => after < first && first <= upTo)
        .slice(0, most),
  };
}
