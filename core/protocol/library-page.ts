import type { FeedOrigin } from '../gloss/gloss.ts';
import type { FeedId, IsoDate, PostId, PublicationId, ThreadId } from '../model/ids.ts';
import type { Post } from '../model/post.ts';
import type { Publication, PublicationKind } from '../model/publication.ts';
import type { Recommendation } from '../model/recommendation.ts';
import type { Thread } from '../model/thread.ts';
import type { ExtensionRequests } from './extension-requests.ts';
import type { OwnRequests } from './own.ts';
import type { RecommendationRequests } from './recommendations.ts';
import type { SearchAnswer, SearchRequest } from './search.ts';

/** What the library page asks of the library. Lists come in parts of 100; `start` counts from 0. */
export interface LibraryPageRequests extends RecommendationRequests {
  search(request: SearchRequest): SearchAnswer;
  listPublications(request: PublicationsWanted): PublicationList;
  /** Null where the library no longer holds it; what is said about it is asked with `describeFound`. */
  describePublication(request: { readonly id: PublicationId }): PublicationDetails | null;
  listThreads(request: { readonly start: number }): ThreadList;
  describeThread(request: { readonly id: ThreadId }): ThreadDetails | null;
  describePost(request: { readonly id: PostId }): PostDetails | null;
  /** Pairs of recommendations of two publications that are alike; null where the library no longer holds both. */
  comparePublications(request: { readonly first: PublicationId; readonly second: PublicationId }): Comparison | null;
}

/** All that its views ask the background. */
export type LibraryViewRequests = LibraryPageRequests &
  Pick<ExtensionRequests, 'lookUp' | 'describeFound' | 'describeMore'> &
  OwnRequests;

/** What it asks where its reader looks around, without words to look for. */
export type BrowseRequests = Omit<LibraryPageRequests, 'search'>;

/** `said`: by how many posts are about it; `day`: by its newest post; `title`: A to Z, by the words behind "The" and "A". */
export type PublicationOrder = 'said' | 'day' | 'title';

export interface PublicationsWanted {
  readonly order: PublicationOrder;
  /** Null for all kinds. */
  readonly kind: PublicationKind | null;
  readonly start: number;
}

export interface PublicationList {
  readonly items: readonly PublicationLine[];
  readonly total: number;
  /** Of each kind that there is. */
  readonly kinds: Readonly<Partial<Record<PublicationKind, number>>>;
}

export interface PublicationLine {
  readonly publication: Publication;
  readonly posts: number;
  readonly recommendations: number;
  /** The day of its newest post; null where nobody speaks of it. */
  readonly newest: IsoDate | null;
  readonly months: readonly MonthCount[];
}

/** Posts of one month, `YYYY-MM`. */
export interface MonthCount {
  readonly month: string;
  readonly posts: number;
}

export interface PublicationDetails extends PublicationLine {
  /** What it is coverage of. */
  readonly coverageOf: Publication | null;
}

export interface ThreadList {
  /** The newest first. */
  readonly items: readonly ThreadLine[];
  readonly total: number;
}

export interface ThreadLine {
  readonly thread: Thread;
  readonly feed: FeedId;
  /** The words of its first post. */
  readonly opening: string;
  readonly publication: Publication | null;
  readonly recommendations: number;
}

/** A thread as a document: its posts in reading order. */
export interface ThreadDetails {
  readonly thread: Thread;
  readonly posts: readonly Post[];
  readonly recommendations: readonly Recommendation[];
  readonly publication: Publication | null;
  readonly feed: FeedOrigin;
}

/** A post with what stands around it. */
export interface PostDetails {
  readonly post: Post;
  readonly feed: FeedOrigin;
  readonly thread: Thread | null;
  /** Of its thread, in reading order. */
  readonly before: readonly Post[];
  readonly after: readonly Post[];
  readonly publications: readonly Publication[];
  readonly recommendations: readonly Recommendation[];
  /** What it quotes, where the library holds that; its address stands in the post. */
  readonly quoted: Post | null;
}

export interface Comparison {
  readonly first: ComparedPublication;
  readonly second: ComparedPublication;
  /** The most alike first; each says the words that both have. */
  readonly pairs: readonly AlikePair[];
}

export interface ComparedPublication {
  readonly publication: Publication;
  readonly recommendations: readonly Recommendation[];
}

export interface AlikePair {
  /** Places in the lists of recommendations. */
  readonly first: number;
  readonly second: number;
  /** As the first one writes them, in its order. */
  readonly words: readonly string[];
}
