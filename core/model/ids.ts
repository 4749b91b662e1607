declare const of: unique symbol;
/** A text with one meaning: it is not taken where another is asked for. */
type Text<Meaning> = string & { readonly [of]?: Meaning };

/** UTF-16 units that an id has at most, wherever it is from. */
export const MAX_ID_LENGTH = 2_000;

/** `YYYY-MM-DD`. */
export type IsoDate = Text<'day'>;
/**
 * `YYYY-MM-DDTHH:MM` where the source names no time zone, else an instant, always `YYYY-MM-DDTHH:MM:SS.sssZ`; both sort
 * as texts.
 */
export type PostTime = Text<'time'>;
/** Names an account for good, as `did:plc:…`. */
export type Did = Text<'did'>;
/** Names a record for good: `at://DID/COLLECTION/RKEY`. */
export type AtUri = Text<'at-uri'>;
/** A URL in its one form, used as a key; made only by `canonicalAddress`. */
export type CanonicalAddress = Text<'canonical address'>;
/** Names a feed for good: it is no handle, for those change. */
export type FeedId = Text<'feed'>;
/** What an account is called by at present, without the `@`, in lower case. */
export type Handle = Text<'handle'>;
export type PostId = Text<'post'>;
export type ThreadId = Text<'thread'>;
export type PublicationId = Text<'publication'>;
