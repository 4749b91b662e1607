import type { BackedUpAccount, BackedUpPost } from '../../../core/backup/format.ts';
import type { KeptRow } from '../../../core/linked-by/kept-feed.ts';
import type { FeedId } from '../../../core/model/ids.ts';
import type { KeptRecord, OwnId } from '../../../core/model/own.ts';
import type { Writing } from '../../../core/own/change.ts';
import type { SavedSearch } from '../../../core/saved-searches.ts';
import type { Settings } from '../../../core/settings.ts';
import type { PendingStore } from './pending-database.ts';

/** As much of what keeps the reader's own as backups need. */
export interface OwnDoors {
  /** Also what a later version of the extension has written, which stays as it is. */
  readAll(): Promise<readonly KeptRecord[]>;
  /** Changes records as they are then, all of them or none; what is made is to be stored. */
  change(make: (of: (id: OwnId) => KeptRecord | null, writing: Writing) => readonly KeptRecord[]): Promise<unknown>;
  /** The reader has a backup of what so many changes had made by then. */
  noteBackup(changes: number): Promise<unknown>;
}

/** Accounts, their posts and pages that were saved as text. */
interface FeedDoors {
  readTexts(): Promise<readonly { readonly feed: FeedId; readonly text: string }[]>;
  readAccounts(): Promise<readonly BackedUpAccount[]>;
  /** So many at most, behind the post `did uri`. */
  readPosts(after: string | null, most: number): Promise<readonly BackedUpPost[]>;
  putPosts(posts: readonly BackedUpPost[]): Promise<void>;
  putAccount(account: BackedUpAccount, hasPosts: boolean): Promise<void>;
  putText(text: string): Promise<void>;
  removeAll(): Promise<void>;
}

/** Posts that the reader keeps by themselves. */
export interface KeptDoors {
  readAll(): Promise<readonly KeptRow[]>;
  /** Adds those that are not there. */
  putAll(rows: readonly KeptRow[]): Promise<void>;
  removeAll(): Promise<void>;
}

interface Stored<Value> {
  readonly read: () => Promise<Value>;
  readonly change: (change: (latest: Value) => Value) => Promise<void>;
}

/** Where what a backup holds is kept. */
export interface BackupDoors {
  readonly own: OwnDoors;
  readonly feeds: FeedDoors;
  readonly kept: KeptDoors;
  readonly settings: Stored<Settings>;
  readonly searches: Stored<readonly SavedSearch[]> & { readonly removeAll: () => Promise<void> };
  readonly pending: PendingStore;
  readonly now: () => number;
  /** Whether the background is to be woken, should it end. */
  readonly keepWaking: (isNeeded: boolean) => Promise<void>;
}
