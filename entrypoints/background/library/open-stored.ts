import type { MemoryCause } from '../../../core/protocol/library-state.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { type Content, contentOf } from './content.ts';
import { openDatabase } from './database.ts';
import { causeOf } from './memory-cause.ts';
import type { Bundle } from './open.ts';
import type { LibraryDatabase } from './schema.ts';
import { isSeededWith, readFeeds, seedLibrary } from './seeding.ts';

/**
 * The library as the browser keeps it, or why it does not. What is missing, of another version or damaged is stored anew,
 * once. `onBlocked` is called where another context holds it up.
 */
export async function openStored(
  { version, fetchIndex }: Bundle,
  onBlocked: () => void,
): Promise<Result<Content, MemoryCause>> {
  try {
    const database = await openDatabase(onBlocked);
    const isSeeded = await isSeededWith(database, version).catch(() => false);
    if (isSeeded) {
      const found = await readContent(database);
      if (found.ok) return found;
      console.error('IfG Gloss stores its library anew, for it is damaged:', found.error);
    }
    await seedLibrary(database, version, await fetchIndex());
    const stored = await readContent(database);
    if (stored.ok) return stored;
    console.error('IfG Gloss cannot read the library that it has stored:', stored.error);
    return fail('damaged');
  } catch (error) {
    console.error('IfG Gloss cannot store its library:', error);
    return fail(causeOf(error));
  }
}

/** What cannot be read, or not be made ready, is damaged too. */
async function readContent(database: LibraryDatabase): Promise<Result<Content, unknown>> {
  try {
    const feeds = await readFeeds(database);
    return feeds.ok ? succeed(contentOf(feeds.value)) : feeds;
  } catch (error) {
    return fail(error);
  }
}
