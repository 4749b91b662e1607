import type { DBSchema, IDBPDatabase, StoreNames } from 'idb';
import type { Profile } from '../../../core/model/account.ts';
import type { Feed } from '../../../core/model/feed.ts';
import type { FeedId, Handle, IsoDate } from '../../../core/model/ids.ts';
import type { Origin } from '../../../core/model/origin.ts';
import type { Post } from '../../../core/model/post.ts';
import type { Publication } from '../../../core/model/publication.ts';
import type { Recommendation } from '../../../core/model/recommendation.ts';
import type { Thread } from '../../../core/model/thread.ts';

export const LIBRARY_NAME = 'ifg-gloss';
export const LIBRARY_VERSION = 1;

/** A row of a feed's content; `feed` tells whose, `place` its place in the feed. */
export type Row<Content> = Content & { readonly feed: string; readonly place: number };

/** What is kept of a feed beside its rows. */
export interface FeedRow {
  readonly handle: Handle;
  readonly id: FeedId;
  readonly origin: Origin;
  readonly profile: Profile;
  readonly asOf: IsoDate | null;
}

export interface LibrarySchema extends DBSchema {
  /** The index's version, and how many rows each store got with it. */
  meta: { key: string; value: string | Counts };
  feeds: { key: string; value: FeedRow };
  posts: { key: [string, string]; value: Row<Post>; indexes: { publications: string } };
  threads: { key: [string, string]; value: Row<Thread> };
  recommendations: { key: [string, number]; value: Row<Recommendation>; indexes: { publication: string } };
  publications: { key: [string, string]; value: Row<Publication>; indexes: { addresses: string } };
}

export type LibraryDatabase = IDBPDatabase<LibrarySchema>;

export const CONTENT_STORES = [
  'feeds',
  'posts',
  'threads',
  'recommendations',
  'publications',
] as const satisfies readonly StoreNames<LibrarySchema>[];

export type Counts = Readonly<Record<(typeof CONTENT_STORES)[number], number>>;

/** Brings a library of any earlier version up to this one; never takes anything away that a reader added. */
export function migrate(database: LibraryDatabase, from: number): void {
  if (from < 1) {
    database.createObjectStore('meta');
    database.createObjectStore('feeds', { keyPath: 'handle' });
    database
      .createObjectStore('posts', { keyPath: ['feed', 'id'] })
      .createIndex('publications', 'publications', { multiEntry: true });
    database.createObjectStore('threads', { keyPath: ['feed', 'id'] });
    database
      .createObjectStore('recommendations', { keyPath: ['feed', 'place'] })
      .createIndex('publication', 'publication');
    database
      .createObjectStore('publications', { keyPath: ['feed', 'id'] })
      .createIndex('addresses', 'addresses', { multiEntry: true });
  }
}

/** A feed's content as rows, with what puts them back in order. */
export function rowsOf<Content>(feed: Feed, contents: readonly Content[]): Row<Content>[] {
  return contents.map((content, place) => ({ ...content, feed: feed.profile.handle, place }));
}

/** The rows of one feed as they stood in it. */
export function contentsOf<Content>(
  rows: readonly Row<Content>[],
  handle: string,
): Omit<Row<Content>, 'feed' | 'place'>[] {
  return rows
    .filter(({ feed }) => feed === handle)
    .toSorted((a, b) => a.place - b.place)
    .map(({ feed: _feed, place: _place, ...content }) => content);
}
