import type { Feed } from '../model/feed.ts';
import type { FeedId, PostId, PublicationId } from '../model/ids.ts';
import type { Post } from '../model/post.ts';
import type { Publication } from '../model/publication.ts';
import type { Recommendation } from '../model/recommendation.ts';
import type { Page } from '../postings/pages.ts';
import type { Place } from './copies.ts';
import type { SearchIndex, Sizes } from './indexes.ts';
import type { LibraryColumns } from './library-columns.ts';

/** What finds documents, wherever it is kept. */
export interface PageSource {
  readonly feeds: readonly SearchedFeed[];
  /** Of an index of a segment, the last page that begins with a term or before; null where there is none. */
  readPage(segment: number, index: SearchIndex, term: string): Promise<Page | null>;
  /** The pages that begin behind a term, up to another, at most so many. */
  readPages(
    segment: number,
    index: SearchIndex,
    between: readonly [string, string],
    most?: number,
  ): Promise<readonly Page[]>;
}

/** What a search asks of a library; what is stored is damaged where it rejects with `Damage`. */
export interface SearchSource extends PageSource {
  /** What is known of all documents without reading them. */
  readLibrary(): Promise<LibraryColumns>;
  /** What stands for the ids of its posts (`hashNumberOf`). */
  readIds(segment: SearchedSegment): Promise<Float64Array>;
  /** An entry of each publication that is called so, or was. */
  findCalled(title: string): Promise<readonly Place[]>;
  /** Where posts stand, by their ids; null for one that is not there. */
  placesOfPosts(ids: readonly PostId[]): Promise<readonly (Place | null)[]>;
  /** Where an entry of each publication stands, by its id or that of any entry. */
  placesOfPublications(ids: readonly PublicationId[]): Promise<readonly (Place | null)[]>;
  /** All in the order asked. */
  readPosts(places: readonly Place[]): Promise<readonly Post[]>;
  readRecommendations(places: readonly Place[]): Promise<readonly Recommendation[]>;
  /** By an entry of each. */
  readPublications(entries: readonly Place[]): Promise<readonly CountedPublication[]>;
}

export interface CountedPublication {
  readonly publication: Publication;
  /** How many are about it. */
  readonly posts: number;
}

/** A feed whose documents are numbered behind those of the feeds before. */
export interface SearchedFeed extends Pick<Feed['profile'], 'handle' | 'displayName'> {
  readonly id: FeedId;
  /** The newest first. */
  readonly segments: readonly SearchedSegment[];
}

export interface SearchedSegment {
  readonly number: number;
  readonly sizes: Sizes;
}

/** A segment, and how many documents of each kind come before its own. */
export interface PlacedSegment extends SearchedSegment {
  readonly starts: Sizes;
  /** The feed's place. */
  readonly feed: number;
}

/** All segments in the order in which their documents are numbered. */
export function placeSegments(feeds: readonly SearchedFeed[]): PlacedSegment[] {
  let starts: Sizes = { publications: 0, recommendations: 0, posts: 0 };
  return feeds.flatMap(({ segments }, feed) =>
    segments.map((segment) => {
      const placed = { ...segment, starts, feed };
      starts = addSizes(starts, segment.sizes);
      return placed;
    }),
  );
}

/** How many documents all of them have. */
export function sizesOf(segments: readonly SearchedSegment[]): Sizes {
  return segments.reduce((sum, { sizes }) => addSizes(sum, sizes), { publications: 0, recommendations: 0, posts: 0 });
}

function addSizes(one: Sizes, other: Sizes): Sizes {
  return {
    publications: one.publications + other.publications,
    recommendations: one.recommendations + other.recommendations,
    posts: one.posts + other.posts,
  };
}
