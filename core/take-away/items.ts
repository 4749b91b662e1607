import type { Did, Handle, IsoDate, PublicationId } from '../model/ids.ts';
import type { FollowUp, Note } from '../model/own.ts';
import type { Post } from '../model/post.ts';
import type { Publication } from '../model/publication.ts';
import type { Recommendation } from '../model/recommendation.ts';

/** What the reader takes away, in the order in which it is shown. */
export interface TakenAway {
  /** What all of it is: of a search, a publication, a thread, or the reader's notes. One line. */
  readonly title: string;
  /** The day on which it is taken. */
  readonly day: IsoDate;
  readonly items: readonly Item[];
  /** Publications that some of these are about and that are none of them, as the library has them. */
  readonly sources: readonly Publication[];
}

/** Whose feed something was said in. */
export interface FeedName {
  readonly handle: Handle;
  readonly displayName: string;
}

export interface PublicationName {
  readonly id: PublicationId;
  readonly title: string;
}

interface Said {
  /** Null where that is not known. */
  readonly feed: FeedName | null;
  readonly about: PublicationName | null;
}

export type PostItem = { readonly kind: 'post'; readonly post: Post } & Said;
export type RecommendationItem = { readonly kind: 'recommendation'; readonly recommendation: Recommendation } & Said;
export interface PublicationItem {
  readonly kind: 'publication';
  readonly publication: Publication;
  /** How many posts are about it. */
  readonly posts: number;
}
export interface NoteItem {
  readonly kind: 'note';
  readonly note: Note;
}
export interface FollowUpItem {
  readonly kind: 'follow-up';
  readonly followUp: FollowUp;
}

/** By whom something is. */
export interface ByWhom extends FeedName {
  /** Null where only a handle is known, which may change hands. */
  readonly did: Did | null;
}

/** Who wrote a post: whose feed it is in, where that does not say, but not of what they reposted; null where nobody knows. */
export function writerOf({ post, feed }: Pick<PostItem, 'post' | 'feed'>): ByWhom | null {
  if (post.author !== null) return post.author;
  return feed === null || post.isRepost === true ? null : { ...feed, did: null };
}

export type Item = PostItem | RecommendationItem | PublicationItem | NoteItem | FollowUpItem;
