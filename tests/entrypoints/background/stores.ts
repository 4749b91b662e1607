import { type IDBPDatabase, openDB } from 'idb';
import type { BundledIndex } from '../../../core/model/feed.ts';
import type { Content } from '../../../entrypoints/background/library/content.ts';
import { memoryContent } from '../../../entrypoints/background/library/memory-content.ts';
import { type Library, openLibrary } from '../../../entrypoints/background/library/open.ts';
import { type FeedRow, LIBRARY_NAME, SEGMENT_STORES } from '../../../entrypoints/background/library/schema.ts';
import { buildBundledIndex } from '../../../scripts/bundled-index.ts';

export const index = JSON.parse(await buildBundledIndex()) as BundledIndex;

/** As a background does that has just started: where the library is, and what it says. */
export async function wake(fetchIndex = async () => index, version = '1') {
  return tell(await openLibrary({ version, fetchIndex })());
}

/** Where a library is, and what it says. */
export async function tell(library: Library) {
  const { storedIn, because, version } = library;
  return { storedIn, because, version, said: await say(library) };
}

/** What a library says; it takes all of its stores. */
async function say({ describeFeeds, sample, lookUp }: Content) {
  const asked = ['', 'procurement', 'https://www.instituteforgovernment.org.uk/publication/tax-reform-agenda'];
  const answers = await Promise.all(asked.map((each) => lookUp({ asked: each, linkText: '' })));
  return [await describeFeeds(), await sample(), ...answers];
}

/** What is said where all is well. */
export const said = await say(memoryContent(index.feeds));

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
