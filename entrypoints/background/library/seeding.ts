import type { BundledIndex } from '../../../core/model/feed.ts';
import { changeLibrary, type FeedChange } from './change.ts';
import { readMeta } from './meta.ts';
import type { LibraryDatabase } from './schema.ts';

/** The form of what is derived from feeds; where it is another, all of it is derived anew. */
export const DERIVED_VERSION = 5;

/**
 * The version of the bundled index that the library holds; null where there is none, or what is derived from it has
 * another form than this version of the code reads.
 */
export async function readSeededVersion(database: LibraryDatabase): Promise<string | null> {
  const transaction = database.transaction('meta');
  const [bundle, derived] = await Promise.all([readMeta(transaction, 'bundle'), readMeta(transaction, 'derived')]);
  return derived === DERIVED_VERSION ? (bundle?.version ?? null) : null;
}

/**
 * Replaces the bundled feeds, and nothing that is anybody else's: all of them or none. A seeding that was stopped goes on
 * where it stopped. In a library that is damaged, all that is not bundled goes too: it is made anew of what was read.
 * Rejects with what a write failed with.
 */
export async function seedLibrary(
  database: LibraryDatabase,
  { version, feeds }: BundledIndex,
  isDamaged: boolean,
): Promise<void> {
  const rows = await database.getAll('feeds');
  const added = new Set(rows.filter(({ owner }) => owner === 'added' && !isDamaged).map(({ id }) => id));
  const own = feeds.filter(({ id }) => !added.has(id));
  const ids = own.map(({ id }) => id);
  const dropped = rows.filter(({ id }) => !added.has(id) && !ids.includes(id));
  const changes: FeedChange[] = [
    ...own.map((feed) => ({ kind: 'replace' as const, feed, owner: 'bundled' as const })),
    ...dropped.map(({ id }) => ({ kind: 'remove' as const, id })),
  ];
  const label = `bundled ${version} ${DERIVED_VERSION}`;
  await changeLibrary(database, changes, {
    label,
    isDamaged,
    known: { bundle: { version, feeds: ids }, derived: DERIVED_VERSION },
  });
}
