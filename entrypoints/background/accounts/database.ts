import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Profile } from '../../../core/model/account.ts';
import type { AtUri, Did, FeedId, IsoDate, PostId } from '../../../core/model/ids.ts';
import type { Purpose } from '../../../core/network/purpose.ts';
import type { AccountFailure, Hidden, ImportedAccount } from '../../../core/protocol/accounts.ts';
import type { Keep } from '../../../core/sources/bluesky/kept.ts';
import type { FetchedPost } from '../../../core/sources/fetched-post.ts';
import { whenClosed } from '../../../platform/databases.ts';

export const ACCOUNTS_NAME = 'ifg-gloss-accounts';
const ACCOUNTS_VERSION = 2;

/**
 * What is being read of an account. `profile`: what it says of itself, and whether it is to be shown at all; `newest`:
 * what came since it was last read; `whole`: all of it; `stored`: whether what is stored is still there; `link`: what was
 * read becomes the library's.
 */
export type Phase = 'profile' | 'newest' | 'whole' | 'stored' | 'link';

/** A reading of an account, which goes on where it stopped. */
export interface Reading {
  readonly phase: Phase;
  readonly purpose: Purpose;
  /** Milliseconds since 1970; names the reading, too. */
  readonly startedAt: number;
  /** Whether all of it is read; otherwise what is new. */
  readonly isWhole: boolean;
  /** Whether its reader ended it; what came until then is shown. */
  readonly isStopped: boolean;
  /** Where the next page begins; null at the beginning. */
  readonly cursor: string | null;
  /** Where an earlier page began: pages that lead there again are a circle. */
  readonly landmark: string | null;
  /** Pages and posts read so far. */
  readonly pages: number;
  readonly posts: number;
  /** Pages in a row that held nothing new. */
  readonly known: number;
  /** Pages that were read before it had to begin again: to read them once more is not to get further. */
  readonly furthest: number;
}

/** An account whose posts are read, and how far that has got. */
export interface AccountRow {
  readonly did: Did;
  readonly profile: Profile;
  readonly keep: Keep;
  /** The feed of the library that its posts are in: of its own, or that of the copy that it is joined with. */
  readonly feed: FeedId;
  readonly isBundled: boolean;
  /**
   * What is to be kept where it has the name of that feed's account, and has written none of its posts: then it has a feed
   * of its own. Not there where it was only looked for to bring that feed up to date.
   */
  readonly ifAnother?: Keep;
  /** The addresses by which bundled posts are known by now. */
  readonly renamed: readonly (readonly [PostId, AtUri])[];
  /** Milliseconds since 1970: when it was last read to the end, and when all of it was. */
  readonly readAt: number | null;
  readonly sweptAt: number | null;
  readonly reading: Reading | null;
  readonly failure: AccountFailure | null;
  /** Failures since it last got further. */
  readonly failures: number;
  readonly hidden: { readonly why: Hidden; readonly since: number } | null;
  /** Whether its reader has removed it: it goes as soon as the library's feed has gone. */
  readonly isLeaving: boolean;
  /** The form and the bundled index that the library's feed was made with; null where it is to be made. */
  readonly linkedWith: string | null;
}

/** A post as its source says it, and whose feed it is in. */
export interface PostRow extends FetchedPost {
  readonly did: Did;
  /** The reading that looked for it last, by when it started. */
  readonly seen: number;
  /** The first that did not find it any more: it is not shown. Not there where it was found. */
  readonly missed?: number;
}

/** A page that was saved as text, which is read anew whenever it is linked, and what it was found to hold then. */
export interface TextRow {
  readonly feed: FeedId;
  readonly text: string;
  readonly profile: Pick<Profile, 'handle' | 'displayName'>;
  readonly asOf: IsoDate | null;
  readonly posts: number;
  readonly linkedWith: string | null;
}

/** A post that came when its account was brought up to date. */
export interface FreshRow {
  readonly id: PostId;
  readonly did: Did;
  /** Milliseconds since 1970: when the library had it; not there before that. */
  readonly cameAt?: number;
  /** Whether its reader has looked at what it is about. */
  readonly isSeen?: boolean;
}

/** What a file holds, until all of it has come. */
export interface Incoming {
  /** Names the import. */
  readonly number: number;
  readonly account: ImportedAccount;
  /** Whether all of it is an account's by now: who was not told asks once more. */
  readonly isEnded: boolean;
}

interface AccountsSchema extends DBSchema {
  imports: { key: number; value: Incoming };
  /** As they came: many in one row, for they are read once. */
  incoming: { key: number; value: readonly FetchedPost[] };
  accounts: { key: Did; value: AccountRow };
  posts: { key: [Did, AtUri]; value: PostRow };
  texts: { key: FeedId; value: TextRow };
  fresh: { key: PostId; value: FreshRow; indexes: { did: Did; cameAt: number } };
}

export type AccountsDatabase = IDBPDatabase<AccountsSchema>;

/**
 * Opens what was read of accounts: the library is made from it, and can be made from it again. Rejects where the browser
 * keeps nothing.
 */
export function openAccounts(onClosed: () => void): Promise<AccountsDatabase> {
  return openDB<AccountsSchema>(ACCOUNTS_NAME, ACCOUNTS_VERSION, {
    upgrade(database, from, _, transaction) {
      if (from < 1) {
        database.createObjectStore('accounts', { keyPath: 'did' });
        database.createObjectStore('posts', { keyPath: ['did', 'uri'] });
        database.createObjectStore('texts', { keyPath: 'feed' });
        database.createObjectStore('fresh', { keyPath: 'id' });
        database.createObjectStore('imports', { keyPath: 'number' });
        database.createObjectStore('incoming', { autoIncrement: true });
      }
      if (from < 2) for (const by of ['did', 'cameAt'] as const) transaction.objectStore('fresh').createIndex(by, by);
    },
    ...whenClosed(onClosed),
  });
}
