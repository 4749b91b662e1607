import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { CatalogueEntry } from '../../../core/browse/catalogue.ts';
import type { PlacedColumns } from '../../../core/browse/thread-order.ts';
import type { Profile } from '../../../core/model/account.ts';
import type { FeedId, IsoDate, PostId, PostTime, PublicationId, ThreadId } from '../../../core/model/ids.ts';
import type { Origin } from '../../../core/model/origin.ts';
import type { Post } from '../../../core/model/post.ts';
import type { MergedPublication, Publication } from '../../../core/model/publication.ts';
import type { Recommendation } from '../../../core/model/recommendation.ts';
import type { Thread } from '../../../core/model/thread.ts';
import type { Page } from '../../../core/postings/pages.ts';
import type { StoredColumns } from '../../../core/search/columns.ts';
import type { Copies } from '../../../core/search/copies.ts';
import type { SearchIndex } from '../../../core/search/indexes.ts';

export const LIBRARY_NAME = 'ifg-gloss';
export const LIBRARY_VERSION = 5;

/** The number of a segment, and a row's place in it, from 0: in the order of its feed, newest first. */
export type RowKey = [segment: number, place: number];

/** Rows that were written together; a feed has one or more, and nothing of a segment is ever rewritten. */
export interface Segment {
  readonly number: number;
  readonly posts: number;
  readonly threads: number;
  readonly recommendations: number;
  readonly entries: number;
  readonly conversations: number;
  readonly pages: number;
  readonly columns: number;
}

/** `bundled`: comes with the extension, and is replaced with it. `added`: by the reader, and touched by nobody else. */
export type Owner = 'bundled' | 'added';

export interface FeedRow {
  readonly id: FeedId;
  readonly owner: Owner;
  readonly origin: Origin;
  readonly profile: Profile;
  readonly asOf: IsoDate | null;
  /** In the order in which they were written. What is in no feed's segments is not in the library. */
  readonly segments: readonly Segment[];
}

/** What one feed says of a publication, and how much is said there of it. */
export interface EntryRow {
  readonly publication: Publication;
  /** Of the posts: which days they are is for the reader's calendar to say, and no stored row. */
  readonly moments: readonly number[];
  /** The places of what is recommended of it. */
  readonly recommendations: readonly number[];
}

/** A thread, or a post alone, as far as it is about one entry. */
export interface ConversationRow {
  /** The thread's place; null for a post alone. */
  readonly thread: number | null;
  /** In reading order. */
  readonly posts: readonly ConversationPost[];
}

/** As much of a post as it takes to say on which page of a gloss it is. */
export interface ConversationPost {
  readonly id: PostId;
  /** In its segment. */
  readonly place: number;
  readonly time: PostTime;
  /** Its place in its thread, from 1; null where it is in none. */
  readonly ordinal: number | null;
}

/** The entry's key, minutes since 1970 as a negative number, so that the newest come first, and a number of its own. */
export type ConversationKey = [segment: number, entry: number, age: number, number: number];

/**
 * `related`: a segment's posts, by the families of their telling words; `titles`: publications, by the stems of theirs; the
 * others: what words that are looked up find in a segment.
 */
export type IndexName = 'related' | 'titles' | SearchIndex;

/** `first` is the first term of the page. */
export type PageKey = [segment: number, index: IndexName, first: string];

/** What is known of a segment's documents without reading them: of which kind, and which part of its bytes it is. */
export type ColumnKey = [segment: number, column: keyof StoredColumns, part: number];

/** A publication of all feeds, derived from its entries. */
export interface PublicationRow {
  /** Where it stands among the titles that pages of that number hold; an older number there is of a row that is gone. */
  readonly document: RowKey;
  readonly publication: MergedPublication;
  /** What it is found by. */
  readonly keys: readonly string[];
  readonly entries: readonly RowKey[];
  /** Each post once, also in its moments. */
  readonly posts: number;
  readonly moments: readonly number[];
  readonly recommendations: number;
  /** By how much is said about it, the Institute's own first. */
  readonly rank: readonly [isElsewhere: number, minusPosts: number, ...entry: RowKey];
  /** Where it is fit to show what a card is: the more recommendations, and then posts, the better. */
  readonly sample?: readonly [minusRecommendations: number, minusPosts: number];
}

/** How far a change has got that is not in the library yet. */
export interface Progress {
  /** Which change it is, where it can be gone on with. */
  readonly label: string;
  readonly segments: readonly number[];
  /** Steps of the first segments that are written. */
  readonly done: number;
}

export interface TitlePages {
  readonly number: number;
  readonly size: number;
  readonly pages: number;
}

export interface Meta {
  /** The version of the index whose feeds are the bundled ones, and which they are. */
  readonly bundle: { readonly version: string; readonly feeds: readonly FeedId[] };
  /** The form of what is derived. */
  readonly derived: number;
  /** Counts the changes. */
  readonly revision: number;
  readonly nextSegment: number;
  readonly progress: Progress;
  /** How many publications there are: counting them takes long. */
  readonly publications: number;
  /** The pages of titles: their number, and of how many publications. */
  readonly titles: readonly TitlePages[];
  /** All publications, as far as lists of them are made of it. */
  readonly catalogue: readonly CatalogueEntry[];
  /** All threads of the feeds' segments. */
  readonly threads: readonly PlacedColumns[];
  /** What several segments hold. */
  readonly copies: Copies;
  /** Segments that are in no feed any more, whose rows are still there. */
  readonly left: readonly number[];
}

export interface LibrarySchema extends DBSchema {
  meta: { key: keyof Meta; value: Meta[keyof Meta] };
  feeds: { key: FeedId; value: FeedRow };
  posts: { key: RowKey; value: Post; indexes: { id: PostId } };
  threads: { key: RowKey; value: Thread; indexes: { id: ThreadId } };
  recommendations: { key: RowKey; value: Recommendation };
  entries: { key: RowKey; value: EntryRow };
  conversations: { key: ConversationKey; value: ConversationRow };
  pages: { key: PageKey; value: Page };
  columns: { key: ColumnKey; value: Uint8Array };
  publications: {
    key: PublicationId;
    value: PublicationRow;
    indexes: {
      keys: string;
      entries: RowKey;
      document: RowKey;
      members: PublicationId;
      rank: number[];
      sample: number[];
    };
  };
}

export type LibraryDatabase = IDBPDatabase<LibrarySchema>;
export type LibraryStore = StoreNames<LibrarySchema>;
export type Writing = IDBPTransaction<LibrarySchema, LibraryStore[], 'readwrite'>;
export type Reading = IDBPTransaction<LibrarySchema, LibraryStore[], 'readonly' | 'readwrite'>;

/** The stores whose rows belong to a segment, with its number first in their keys. */
export const SEGMENT_STORES = [
  'posts',
  'threads',
  'recommendations',
  'entries',
  'conversations',
  'pages',
  'columns',
] as const satisfies readonly LibraryStore[];

export const ALL_STORES = [
  'meta',
  'feeds',
  ...SEGMENT_STORES,
  'publications',
] as const satisfies readonly LibraryStore[];

/**
 * What an earlier version held is stored anew: the bundled feeds from what comes with the extension, the others from what
 * was read of their accounts.
 */
export function migrate(database: LibraryDatabase): void {
  for (const name of database.objectStoreNames) database.deleteObjectStore(name);
  database.createObjectStore('meta');
  database.createObjectStore('feeds', { keyPath: 'id' });
  for (const name of ['posts', 'threads'] as const) database.createObjectStore(name).createIndex('id', 'id');
  for (const name of ['recommendations', 'entries', 'conversations', 'pages', 'columns'] as const)
    database.createObjectStore(name);
  const publications = database.createObjectStore('publications', { keyPath: 'publication.id' });
  publications.createIndex('keys', 'keys', { multiEntry: true });
  publications.createIndex('entries', 'entries', { multiEntry: true });
  publications.createIndex('document', 'document');
  publications.createIndex('members', 'publication.members', { multiEntry: true });
  publications.createIndex('rank', 'rank');
  publications.createIndex('sample', 'sample');
}

/** All rows of a segment, in any store whose keys begin with its number; or those below one more number of the key. */
export function below(...start: readonly (number | string)[]): IDBKeyRange {
  return IDBKeyRange.bound([...start], [...start, []]);
}

/** Does all or nothing: where anything fails, a row that is refused too, the whole transaction is taken back. */
export async function inOneTransaction(
  database: LibraryDatabase,
  stores: readonly LibraryStore[],
  work: (transaction: Writing) => Promise<unknown>,
): Promise<void> {
  const transaction = database.transaction([...stores], 'readwrite');
  try {
    // A row that is refused throws at once and aborts nothing: the others would be kept without it.
    await Promise.all([work(transaction), transaction.done]);
  } catch (error) {
    abort(transaction);
    throw error;
  }
}

/** Waits for requests of one transaction together: one that throws at once leaves none of the others unheard. */
export async function all(requests: readonly (() => Promise<unknown>)[]): Promise<void> {
  await Promise.all(requests.map(async (request) => request()));
}

/** A transaction that the browser has ended itself cannot be aborted. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {}
}
