import type { Profile } from '../model/account.ts';
import type { Did, FeedId, Handle, IsoDate, PublicationId } from '../model/ids.ts';
import type { Failure } from '../network/failure.ts';
import type { ParseFault, Result } from '../result.ts';
import type { Keep } from '../sources/bluesky/kept.ts';
import type { FetchedPost } from '../sources/fetched-post.ts';

/** When feeds are brought up to date by themselves. `opening`: whenever the page that lists the accounts is opened. */
export type Schedule = 'never' | 'daily' | 'weekly' | 'opening';

/**
 * Why nothing of an account is shown. `deactivated`: by its owner; `gone`: deleted or taken down; `signed-in-only`: it asks
 * not to be shown to who is not signed in; `another`: it has the name of a bundled feed, and has written none of its posts.
 */
export type Hidden = 'deactivated' | 'gone' | 'signed-in-only' | 'another';

/** How far the reading of an account has got. */
export interface ReadingState {
  /** Posts read so far. */
  readonly posts: number;
  /** About how many there are; null where that is not known. */
  readonly of: number | null;
}

/** It came, and could not be stored or become the library's. */
export interface NotTaken {
  readonly kind: 'not-taken';
}

/** What went wrong when an account was last read; nothing of the library has changed by it. */
export interface AccountFailure {
  readonly failure: Failure | NotTaken;
  /** Milliseconds since 1970 of the next try; null where it waits for the reader. */
  readonly retryAt: number | null;
}

/** An account whose posts the library reads from the network or from a file. */
export interface AccountState {
  readonly did: Did;
  readonly profile: Profile;
  readonly keep: Keep;
  /** The feed of the library that its posts are in. */
  readonly feed: FeedId;
  /** Whether its posts and those of a bundled feed are one feed. */
  readonly isBundled: boolean;
  /** How many posts are kept. */
  readonly posts: number;
  /** How many of these are originals of posts that came with the extension. */
  readonly originals: number;
  /** Milliseconds since 1970 when it was last read to the end; null where it never was. */
  readonly readAt: number | null;
  /** Null where it is not being read, or waits for another try after a failure. */
  readonly reading: ReadingState | null;
  readonly failure: AccountFailure | null;
  readonly hidden: Hidden | null;
}

/** A bundled feed that was never brought up to date. */
export interface BundledFeedState {
  readonly id: FeedId;
  readonly handle: Handle;
  readonly displayName: string;
  readonly asOf: IsoDate | null;
}

/** A page that was saved as text and taken in. */
export interface TextPageState {
  readonly feed: FeedId;
  readonly handle: Handle;
  readonly displayName: string;
  readonly asOf: IsoDate | null;
  readonly posts: number;
  /** Whether it stands in the place of a bundled feed, which is there again when it goes. */
  readonly isBundled: boolean;
}

export interface AccountsState {
  readonly accounts: readonly AccountState[];
  readonly bundled: readonly BundledFeedState[];
  readonly texts: readonly TextPageState[];
  readonly schedule: Schedule;
  /** Milliseconds since 1970 of the next reading by schedule; null where there is none. */
  readonly dueAt: number | null;
}

/**
 * Why an account is not read. `no-account`: what was written names none; `not-found`: the network knows none of that name;
 * `signed-in-only`: it asks not to be shown to who is not signed in; `not-stored`: the browser keeps nothing; `failed`: the
 * network did not answer as it should.
 */
export type AccountRefusal =
  | { readonly kind: 'no-account' | 'not-found' | 'signed-in-only' | 'not-stored' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface FreshPosts {
  readonly publication: PublicationId;
  readonly posts: number;
}

/** An account before anything of it is kept. */
export interface AccountPreview {
  readonly did: Did;
  readonly profile: Profile;
  readonly isAdded: boolean;
  /** How many of its newest posts were looked at, 100 at most, and how many of these speak of the Institute's pages. */
  readonly looked: number;
  readonly speaking: number;
}

/** Why an account may be worth adding. `mentions`: how many posts of the library mention it. */
export interface AccountSuggestion {
  readonly handle: Handle;
  readonly displayName: string | null;
  readonly bio: string | null;
  readonly mentions: number;
}

export interface SuggestionPage {
  readonly suggestions: readonly AccountSuggestion[];
  /** Where more of them begin; null where there are no more. */
  readonly cursor: string | null;
}

/** Whose posts a file holds, and whether these are all that there are of it. */
export interface ImportedAccount {
  readonly did: Did;
  readonly profile: Profile;
  readonly keep: Keep;
  readonly isWhole: boolean;
}

/** Posts in one request of an import. */
export const MOST_IMPORTED = 500;

/** What the extension's own pages may ask the background about accounts and the network. */
export interface AccountRequests {
  readAccounts(request: Record<string, never>): AccountsState;
  /** What an account says of itself and of the Institute; asks the network. `actor`: a handle, a DID, or a profile's address. */
  previewAccount(request: { readonly actor: string }): Result<AccountPreview, AccountRefusal>;
  /** Adds an account, whose posts are read from then on. */
  addAccount(request: { readonly did: Did; readonly keep: Keep }): Result<null, AccountRefusal>;
  /** Finds the account of a bundled feed, and has both become one feed. */
  bringUpToDate(request: { readonly feed: FeedId }): Result<null, AccountRefusal>;
  keepPosts(request: { readonly did: Did; readonly keep: Keep }): null;
  /** Takes all that came of an account out of the library for good; a bundled feed is as it was bundled again. */
  removeAccount(request: { readonly did: Did }): null;
  /** Reads what is new of one account, or of all where null is given. */
  refreshAccounts(request: { readonly did: Did | null }): null;
  /** Ends reading; what came so far stays. */
  stopReading(request: { readonly did: Did | null }): null;
  /** How many posts about each publication came since their reader last looked at it. */
  readFresh(request: Record<string, never>): readonly FreshPosts[];
  /** Its reader has looked at a publication. */
  seeFresh(request: { readonly publication: PublicationId }): null;
  changeSchedule(request: { readonly schedule: Schedule }): null;
  /** Begins to take in a file's posts; nothing of them is in the library until its end. Gives what names this import. */
  beginImport(request: ImportedAccount): Result<number, AccountRefusal>;
  /** Takes so many posts in; `failed` where another import has begun meanwhile, or the browser has ended. */
  importPosts(request: {
    readonly number: number;
    readonly posts: readonly FetchedPost[];
  }): Result<null, AccountRefusal>;
  endImport(request: { readonly number: number }): Result<null, AccountRefusal>;
  /** Drops what an import has taken in; what has ended stays, which its asker may not have been told. */
  cancelImport(request: { readonly number: number }): { readonly isEnded: boolean };
  /** Takes in a profile page that was saved as text; the fault says where the text is none. */
  importText(request: { readonly text: string }): Result<null, ParseFault | AccountRefusal>;
  /** Takes a page that was saved as text out of the library for good; a bundled feed is as it was bundled again. */
  removeText(request: { readonly feed: FeedId }): null;
  /** Accounts that posts of the library mention, the most mentioned first. */
  suggestMentioned(request: Record<string, never>): SuggestionPage;
  /** Accounts that an added one follows; asks the network. */
  suggestFollowed(request: {
    readonly did: Did;
    readonly cursor: string | null;
  }): Result<SuggestionPage, AccountRefusal>;
}
