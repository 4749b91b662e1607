import type { Gloss } from '../gloss/gloss.ts';
import type { CanonicalAddress, PostId, PublicationId } from '../model/ids.ts';
import type { Post } from '../model/post.ts';
import type { Publication } from '../model/publication.ts';
import type { Recommendation } from '../model/recommendation.ts';
import type { SearchHit } from './search.ts';

/** What the reader asks by hand, or of a link: an address in any form, or words of a title or subject. */
export interface Question {
  readonly asked: string;
  /** The text of the link that the address was taken from; empty where there is none. */
  readonly linkText: string;
}

/** What is known of what was asked: the gloss of an address, or what of the library holds the words. */
export type LookUpAnswer =
  | { readonly kind: 'address'; readonly address: CanonicalAddress; readonly gloss: Gloss }
  | ({ readonly kind: 'words'; readonly notes?: Hits<NoteHit> } & SearchResults);

/** A note of the reader's that holds the words. */
export type NoteHit = Extract<SearchHit, { readonly kind: 'note' }>;

/** The best first. Nothing in it is a claim: each hit says where it holds what was asked. */
export interface SearchResults {
  readonly publications: Hits<PublicationHit>;
  readonly recommendations: Hits<RecommendationHit>;
  readonly posts: Hits<PostHit>;
}

/** `items` are the first of all that were found; `total` is how many. */
export interface Hits<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

export interface PublicationHit {
  readonly publication: Publication;
  /** How many posts are about it. */
  readonly posts: number;
  readonly foundIn: readonly Occurrence[];
}

export interface RecommendationHit {
  readonly recommendation: Recommendation;
  readonly foundIn: readonly Occurrence[];
}

export interface PostHit {
  readonly post: Post;
  readonly foundIn: readonly Occurrence[];
}

export type Field = 'title' | 'description' | 'posts' | 'text' | 'shown-address';

/** Where something holds what was asked: the words as they stand there, or the shortened address. */
export interface Occurrence {
  readonly field: Field;
  readonly words: readonly string[];
}

/** Names one hit, to ask for its gloss. */
export type HitKey =
  | { readonly kind: 'publication'; readonly id: PublicationId }
  | { readonly kind: 'post'; readonly id: PostId };
