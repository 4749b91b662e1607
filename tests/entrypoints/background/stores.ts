import { type IDBPDatabase, openDB } from 'idb';
import type { BundledIndex } from '../../../core/model/feed.ts';
import { openLibrary } from '../../../entrypoints/background/library/open.ts';
import { LIBRARY_NAME } from '../../../entrypoints/background/library/schema.ts';
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

/** All keys and rows of all stores. */
export function readStores(): Promise<Record<string, unknown>> {
  return byHand(async (database) => {
    const stores: Record<string, unknown> = {};
    for (const name of database.objectStoreNames)
      stores[name] = [await database.getAllKeys(name), await database.getAll(name)];
    return stores;
  });
}
