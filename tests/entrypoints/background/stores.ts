import { type IDBPDatabase, openDB } from 'idb';
import type { BundledIndex } from '../../../core/model/feed.ts';
import { openLibrary } from '../../../entrypoints/background/library/open.ts';
import { type FeedRow, LIBRARY_NAME, SEGMENT_STORES } from '../../../entrypoints/background/library/schema.ts';
import { buildBundledIndex } from '../../../scripts/bundled-index.ts';

export const index = JSON.parse(await buildBundledIndex()) as BundledIndex;

/** As a background does that has just started. */
export function wake(fetchIndex = async () => index, version = '1') {
  return openLibrary({ version, fetchIndex })();
}

/** Does something to the library's database by hand. */
export async function byHand<Result>(act: (database: IDBPDatabase) => Promise<Result>): Promise<Result> {
  const database = await openDB(LIBRARY_NAME);
  const result = await act(database);
  database.close();
  return result;
}

/** All keys and rows that are in the library: those of segments that no feed has are not. */
export function readStores(): Promise<Record<string, unknown>> {
  return byHand(async (database) => {
    const feeds: readonly FeedRow[] = await database.getAll('feeds');
    const live = new Set(feeds.flatMap(({ segments }) => segments.map(({ number }) => number)));
    const stores: Record<string, unknown> = {
      feeds,
      publications: await database.getAll('publications'),
      bundle: await database.get('meta', 'bundle'),
    };
    for (const name of SEGMENT_STORES) {
      const [keys, rows] = [await database.getAllKeys(name), await database.getAll(name)];
      stores[name] = keys.map((key, index) => [key, rows[index]]).filter(([key]) => live.has(Number(Object(key)[0])));
    }
    return stores;
  });
}
