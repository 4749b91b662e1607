import type { PostId, PublicationId } from './ids.ts';

/** `exact` and `likely` are claims about one publication; `related` and `none` claim nothing. */
export type Sureness = 'exact' | 'likely' | 'related' | 'none';

/** Why a match says what it says, as data; each kind has a sentence of its own in `_locales`. */
export type Reason =
  | { readonly kind: 'address-known' }
  | { readonly kind: 'canonical-known' }
  | { readonly kind: 'below-publication'; readonly title: string }
  | { readonly kind: 'display-form-agrees'; readonly displayForm: string }
  | { readonly kind: 'title-agrees'; readonly of: 'link' | 'page' }
  | { readonly kind: 'words-in-address'; readonly words: readonly string[] }
  | { readonly kind: 'words-shared'; readonly words: readonly string[] }
  | { readonly kind: 'publication-unknown' }
  | { readonly kind: 'parts-known'; readonly titles: readonly string[] }
  | { readonly kind: 'carried-through'; readonly host: string }
  | { readonly kind: 'chosen' };

/** What the resolver says of an address. */
export interface Match {
  readonly sureness: Sureness;
  /** Set for `exact` and `likely` only. */
  readonly publication: PublicationId | null;
  /** Posts on the same subject, most alike first; only for `related`. */
  readonly relatedPosts: readonly PostId[];
  readonly reasons: readonly Reason[];
}
