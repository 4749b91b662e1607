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
