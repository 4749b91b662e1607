import type { Feed } from '../model/feed.ts';
import type { Page } from '../postings/pages.ts';
import { atOnce } from '../steps.ts';
import { type SearchIndex, searchPagesOf } from './indexes.ts';
import { searchTermsOf } from './searched.ts';
import type { PageSource } from './source.ts';
import { writtenIn } from './written.ts';

/** What finds the documents of feeds that are in memory: pages as they would be stored, each feed's in one segment. */
export function pagesSource(feeds: readonly Feed[]): PageSource {
  const segments = feeds.map((feed) => {
    const written = atOnce(writtenIn(feed));
    return new Map(atOnce(searchPagesOf(feed, written, atOnce(searchTermsOf(written)))));
  });
  const pagesOf = (segment: number, index: SearchIndex): readonly Page[] => segments[segment]?.get(index) ?? [];
  return {
    feeds: feeds.map(({ id, profile: { handle, displayName }, posts, recommendations, publications }, number) => ({
      id,
      handle,
      displayName,
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
