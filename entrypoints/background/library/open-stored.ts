import type { MemoryCause } from '../../../core/protocol/library-state.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { Content } from './content.ts';
import { openDatabase } from './database.ts';
import { inTurn } from './lock.ts';
import { causeOf } from './memory-cause.ts';
import { memoryContent } from './memory-content.ts';
import type { Bundle } from './open.ts';
import { readFeeds } from './read-feeds.ts';
import type { LibraryDatabase } from './schema.ts';
import { readSeededVersion, seedLibrary } from './seeding.ts';

/** What the browser keeps. */
export interface Stored extends Content {
  /** Of the bundled index whose feeds these are. */
  readonly version: string;
  /** Why that is not the newest one; null where it is. */
  readonly because: MemoryCause | null;
}

/**
 * The library as the browser keeps it, or why it does not. What is missing, of another version or damaged is stored anew,
 * once; where that fails, what was stored goes on serving. `onBlocked` is called where another context holds it up.
 */
export async function openStored(bundle: Bundle, onBlocked: () => void): Promise<Result<Stored, MemoryCause>> {
  try {
    const database = await openDatabase(onBlocked);
    const held = await readSeededVersion(database).catch(() => null);
    const before = held === null ? null : await readContent(database);
    if (before?.ok === false) console.error('IfG Gloss stores its library anew, for it is damaged:', before.error);
    if (before?.ok && held === bundle.version) return succeed({ ...before.value, version: held, because: null });
    const failure = await storeAnew(database, bundle);
    if (failure !== null && before?.ok && held !== null)
      return succeed({ ...before.value, version: held, because: failure });
    if (failure !== null) return fail(failure);
    return await readStored(database, bundle.version);
  } catch (error) {
    console.error('IfG Gloss cannot open its library:', error);
    return fail(causeOf(error));
  }
}

/** Stores the bundled index; gives why that failed, or null. */
async function storeAnew(database: LibraryDatabase, { version, fetchIndex }: Bundle): Promise<MemoryCause | null> {
  try {
    await inTurn(async () => seedLibrary(database, { version, feeds: (await fetchIndex()).feeds }));
    return null;
  } catch (error) {
    console.error('IfG Gloss cannot store its library:', error);
    return causeOf(error);
  }
}

async function readStored(database: LibraryDatabase, version: string): Promise<Result<Stored, MemoryCause>> {
  const stored = await readContent(database);
  if (stored.ok) return succeed({ ...stored.value, version, because: null });
  console.error('IfG Gloss cannot read the library that it has stored:', stored.error);
  return fail('damaged');
}

/** What cannot be read, or not be made ready, is damaged too. */
async function readContent(database: LibraryDatabase): Promise<Result<Content, unknown>> {
  try {
    const feeds = await readFeeds(database);
    return feeds.ok ? succeed(memoryContent(feeds.value)) : feeds;
  } catch (error) {
    return fail(error);
  }
}
