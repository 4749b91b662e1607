import type { Gloss } from '../gloss/gloss.ts';
import type { CanonicalAddress, PostId, PublicationId } from '../model/ids.ts';
import type { Instead, QueryFault, SearchHit } from './search.ts';

/** What the reader asks by hand, or of a link: an address in any form, or words of a title or subject. */
export interface Question {
  readonly asked: string;
  /** The text of the link that the address was taken from; empty where there is none. */
  readonly linkText: string;
}

/** What is known of what was asked: the gloss of an address, or what of the library holds the words. */
export type LookUpAnswer =
  | { readonly kind: 'address'; readonly address: CanonicalAddress; readonly gloss: Gloss }
  | ({ readonly kind: 'words' } & SearchResults);

/** Of each kind the best first. Nothing in it is a claim: each hit says where it holds what was asked. */
export interface SearchResults {
  readonly publications: Hits<PublicationHit>;
  readonly recommendations: Hits<RecommendationHit>;
  readonly posts: Hits<PostHit>;
  /** The reader's own. */
  readonly notes: Hits<NoteHit>;
  /** How much the library's own search finds by the same text; null where nothing is asked. */
  readonly inLibrary: number | null;
  readonly instead: Instead | null;
  readonly faults: readonly QueryFault[];
}

/** `items` are the first of all that were found; `total` is how many. */
export interface Hits<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

export type PublicationHit = Pick<HitOf<'publication'>, 'publication' | 'posts' | 'foundIn'>;
export type RecommendationHit = HitOf<'recommendation'>;
export type PostHit = HitOf<'post'>;
export type NoteHit = HitOf<'note'>;
type HitOf<Kind extends SearchHit['kind']> = Extract<SearchHit, { readonly kind: Kind }>;

/** Names one hit, to ask for its gloss. */
export type HitKey =
  | { readonly kind: 'publication'; readonly id: PublicationId }
  | { readonly kind: 'post'; readonly id: PostId };
