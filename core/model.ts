/** The project's words as types. Everything here is plain data that survives `structuredClone` and JSON. */

/** `YYYY-MM-DD`. */
export type IsoDate = string;
/** `YYYY-MM-DDTHH:MM`; the page that the feed was copied from names no time zone. */
export type IsoMinute = string;
/** A URL in its one form, used as a key; made only by `canonicalAddress`. */
export type CanonicalAddress = string;
/** The handle of the account whose posts a feed holds, in lower case. */
export type FeedId = string;
export type PostId = string;
export type ThreadId = string;
export type PublicationId = string;

export interface Profile {
  readonly displayName: string;
  readonly handle: FeedId;
  readonly bio: string;
  readonly followers: number;
  readonly following: number;
  readonly posts: number;
  readonly joined: IsoDate;
}

/** An address as it stands in a post's text. Bluesky shortens long ones to their display form. */
export interface TextAddress {
  readonly shown: string;
  /** False where `shown` is a display form that ends in `...`: the rest of the address is unknown. */
  readonly isComplete: boolean;
}

export interface LinkCard {
  readonly title: string;
  readonly description: string;
  readonly siteName: string | null;
  /** False where the end of the title is a guess: the feed gives title and description without a separator. */
  readonly titleIsCertain: boolean;
}

export interface Post {
  readonly id: PostId;
  readonly time: IsoMinute;
  readonly text: string;
  readonly likes: number;
  readonly reposts: number;
  readonly replies: number;
  readonly quotes: number;
  /** Handles without the `@`, in lower case, each once. */
  readonly mentions: readonly string[];
  readonly addresses: readonly TextAddress[];
  readonly linkCard: LinkCard | null;
  /** How many images the post has; what they show is not known. */
  readonly images: number;
  /** True where the order of the feed proves it; null where nothing is known. */
  readonly isRepost: true | null;
  readonly thread: ThreadId | null;
  /** The publication of its own link card, and the one its thread is about. */
  readonly publications: readonly PublicationId[];
}

/** Lettered or numbered points in a post that are not recommendations, such as "a) … b) …". */
export interface PointList {
  /** The sentence that introduces them, or null where none does. */
  readonly heading: string | null;
  readonly points: readonly Point[];
}

export interface Point {
  readonly label: string;
  readonly text: string;
  readonly post: PostId;
}

export interface Thread {
  readonly id: ThreadId;
  readonly time: IsoMinute;
  /** In reading order, oldest first. */
  readonly posts: readonly PostId[];
  /** Whether its first post is in the feed; `unknown` where the page ends with the thread. */
  readonly start: 'shown' | 'missing' | 'unknown';
  readonly publication: PublicationId | null;
  readonly lists: readonly PointList[];
}

export interface Recommendation {
  readonly number: number;
  readonly text: string;
  /** The section's name in the words of the posts, or null where they name none. */
  readonly section: string | null;
  readonly post: PostId;
  readonly thread: ThreadId;
  readonly publication: PublicationId | null;
}

/** `coverage` is somebody else's page about one of the Institute's; `page` is everything not known better. */
export type PublicationKind =
  | 'report'
  | 'chapter'
  | 'comment'
  | 'explainer'
  | 'event'
  | 'press-release'
  | 'coverage'
  | 'page';

export interface Publication {
  readonly id: PublicationId;
  readonly kind: PublicationKind;
  readonly title: string;
  readonly titleIsCertain: boolean;
  readonly description: string;
  readonly siteName: string | null;
  readonly isIfg: boolean;
  /** The part of the Institute's site it stands in (`publication`, `comment`), where an address shows it. */
  readonly section: string | null;
  /** Full addresses that are known to be its own. */
  readonly addresses: readonly CanonicalAddress[];
  /** Shortened addresses that stood beside its link card. */
  readonly displayForms: readonly string[];
  /** The publication of the Institute that it reports on, where the posts say so. */
  readonly coverageOf: PublicationId | null;
}

export interface Feed {
  readonly profile: Profile;
  /** The day of the newest post: the feed says nothing of later ones. Null for a feed without posts. */
  readonly asOf: IsoDate | null;
  /** In the order of the feed, newest first. */
  readonly posts: readonly Post[];
  readonly threads: readonly Thread[];
  readonly recommendations: readonly Recommendation[];
  readonly publications: readonly Publication[];
}

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

/** The bundled feed as a file of the extension. */
export interface BundledIndex {
  /** Changes whenever the content or the form of the index does. */
  readonly version: string;
  readonly feeds: readonly Feed[];
}
