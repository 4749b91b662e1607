import { Damage } from '../../../core/postings/damage.ts';
import type { Page } from '../../../core/postings/pages.ts';
import type { Sizes } from '../../../core/search/indexes.ts';
import type { SearchSource } from '../../../core/search/source.ts';
import { readPage } from './read-postings.ts';
import type { FeedRow, Reading, Segment } from './schema.ts';

/** What finds documents, from where it is stored. */
export function storedSource(reading: Reading, feeds: readonly FeedRow[]): SearchSource {
  return {
    feeds: feeds.map(({ id, profile: { handle, displayName }, segments }) => ({
      id,
      handle,
      displayName,
      segments: segments.toReversed().map((segment) => ({ number: segment.number, sizes: sizesOfSegment(segment) })),
    })),
    readPage: (segment, index, term) => readPage(reading, [segment, index, term]),
    async readPages(segment, index, [after, upTo], most) {
      const range = IDBKeyRange.bound([segment, index, after], [segment, index, upTo], true);
      const pages: readonly Page[] = await reading.objectStore('pages').getAll(range, most);
      if (!pages.every(({ terms }) => Array.isArray(terms))) throw new Damage(`a page of ${index} is damaged`);
      return pages;
    },
  };
}

export function sizesOfSegment({ posts, recommendations, entries }: Segment): Sizes {
  return { posts, recommendations, publications: entries };
}
