import type { AtUri, Did, Handle } from '../model/ids.ts';
import type { Failure } from '../network/failure.ts';
import type { Result } from '../result.ts';

/**
 * Who said that a post links to a page: `index`, the link index, or `search`, the AppView's own. `posts` is the AppView
 * where each post is asked for before it is shown.
 */
export type LinkedBySource = 'index' | 'search' | 'posts';

/**
 * What became of asking one of them. `cut`: there is more than is asked for, or it took too long; `too-many`: it was asked
 * too often; `not-offered`: it does not answer readers who are not signed in; `not-asked`: there was no need to.
 */
export type LinkedByState = 'answered' | 'cut' | 'too-many' | 'refused' | 'not-reached' | 'not-offered' | 'not-asked';

export interface AskedSource {
  readonly name: LinkedBySource;
  readonly state: LinkedByState;
  /** Why it did not answer, or not to the end; null where it did. */
  readonly failure: Failure | null;
  /** Milliseconds since 1970, from when on it may be asked again; null is at once. */
  readonly again: number | null;
  /** Posts that it named, each once; of `posts`, those that it still has. */
  readonly found: number;
}

/** A post that links to a page, as the network had it when it was asked. */
export interface LinkingPost {
  readonly uri: AtUri;
  /** Milliseconds since 1970 when it was written, as its author says it. */
  readonly at: number;
  readonly text: string;
  /** Where the post is read. */
  readonly address: string;
  /** Where the first post of its thread is read; null where it is that one. */
  readonly threadOf: string | null;
  readonly foundBy: readonly Exclude<LinkedBySource, 'posts'>[];
  /** Whether a feed of the library has it, other than that of kept posts. */
  readonly isInLibrary: boolean;
  readonly isKept: boolean;
}

export interface LinkingAccount {
  readonly did: Did;
  readonly handle: Handle;
  readonly name: string;
  /** Whether the library has its posts, bundled or added. */
  readonly isInLibrary: boolean;
  /** The newest first. */
  readonly posts: readonly LinkingPost[];
}

/** Who links to a page, as far as the network tells: never all of it. */
export interface LinkedBy {
  /** Milliseconds since 1970. */
  readonly askedAt: number;
  /** The forms of the page's addresses that were sent. */
  readonly addresses: readonly string[];
  /** Each once. */
  readonly sources: readonly AskedSource[];
  /** Those with the newest posts first. */
  readonly accounts: readonly LinkingAccount[];
}

/**
 * Why nothing was asked. `not-allowed`: the reader has not switched it on (purpose `ask`); `no-address`: it is no address
 * that anybody could read, or a page of the browser's.
 */
export interface LinkedByRefusal {
  readonly kind: 'not-allowed' | 'no-address';
}

export interface LastLinkedBy {
  /** Whether it is being asked now: asking again waits for the same answer. */
  readonly isAsking: boolean;
  /** Null where it was not asked within 24 hours, nor since the browser started. */
  readonly last: LinkedBy | null;
}

/** `not-found`: no answer that is kept has it any more; `full`: as many are kept as can be; `not-stored`: the browser keeps nothing. */
export interface KeepingRefusal {
  readonly kind: 'not-found' | 'full' | 'not-stored';
}

/** A post that the reader keeps by itself. */
export interface KeptPost {
  readonly uri: AtUri;
  readonly did: Did;
  readonly handle: Handle;
  readonly name: string;
  readonly at: number;
  readonly text: string;
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
}

export interface KeptPosts {
  readonly posts: readonly KeptPost[];
  readonly total: number;
}

/** What the extension's own pages ask of who links to a page. Nothing leaves the browser but by `askLinkedBy`. */
export interface LinkedByRequests {
  /** Asks the network, whatever is known already; takes a minute at most. `address`: the page's, in any form. */
  askLinkedBy(request: { readonly address: string }): Result<LinkedBy, LinkedByRefusal>;
  /** What it answered last, with what is kept and in the library by now. */
  readLinkedBy(request: { readonly address: string }): LastLinkedBy;
  /** Keeps a post of an answer in the library, in a feed of such posts. */
  keepPost(request: { readonly uri: AtUri }): Result<null, KeepingRefusal>;
  /** Takes it out of that feed again. */
  dropKeptPost(request: { readonly uri: AtUri }): Result<null, KeepingRefusal>;
  /** Posts that are kept, in parts of 100 from `start`, which counts from 0; those kept last first. */
  listKeptPosts(request: { readonly start: number }): KeptPosts;
}
