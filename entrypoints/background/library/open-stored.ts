import type { MemoryCause } from '../../../core/protocol/library-state.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { changeLibrary, type FeedChange } from './change.ts';
import type { Content } from './content.ts';
import { type DatabaseEvents, openDatabase } from './database.ts';
import { inTurn } from './lock.ts';
import { causeOf } from './memory-cause.ts';
import type { Bundle } from './open.ts';
import type { LibraryDatabase } from './schema.ts';
import { readSeededVersion, seedLibrary } from './seeding.ts';
import { storedContent } from './stored-content.ts';
import { verify } from './verify.ts';

/** What the browser keeps. */
export interface Stored extends Content {
  /** Of the bundled index whose feeds these are. */
  readonly version: string;
  /** Why that is not the newest one; null where it is. */
  readonly because: MemoryCause | null;
  /** Changes feeds, all of them or none. Rejects with what a write failed with. */
  readonly change: (changes: readonly FeedChange[]) => Promise<void>;
}

export interface StoreEvents extends DatabaseEvents {
  /** Something stored is not what was stored. */
  readonly onDamage: () => void;
}

/**
 * The library as the browser keeps it, or why it does not. What is missing, of another version or damaged is stored anew,
 * once; where that fails, what was stored goes on serving. What is known to be damaged is not asked whether it is.
 */
export async function openStored(
  bundle: Bundle,
  isDamaged: boolean,
  events: StoreEvents,
): Promise<Result<Stored, MemoryCause>> {
  try {
    const database = await openDatabase(events);
    const serve = (version: string, because: MemoryCause | null = null) =>
      succeed({
        ...storedContent(database, events.onDamage),
        version,
        because,
        change: (changes: readonly FeedChange[]) => inTurn(() => changeLibrary(database, changes)),
      });
    const held = await readSeededVersion(database).catch(() => null);
    const isSound = held !== null && !isDamaged && (await isWhole(database, 'IfG Gloss stores its library anew'));
    if (isSound && held === bundle.version) return serve(held);
    const failure = await storeAnew(database, bundle, !isSound);
    if (failure !== null) return isSound ? serve(held, failure) : fail(failure);
    return (await isWhole(database, 'IfG Gloss serves from memory')) ? serve(bundle.version) : fail('damaged');
  } catch (error) {
    console.error('IfG Gloss cannot open its library:', error);
    return fail(causeOf(error));
  }
}

/** What cannot be read is damaged too. */
async function isWhole(database: LibraryDatabase, otherwise: string): Promise<boolean> {
  const verified = await verify(database).catch(fail);
  if (!verified.ok) console.error(`${otherwise}, for it is damaged:`, verified.error);
  return verified.ok;
}

/** Stores the bundled index; gives why that failed, or null. */
async function storeAnew(
  database: LibraryDatabase,
  { version, fetchIndex }: Bundle,
  isDamaged: boolean,
): Promise<MemoryCause | null> {
  try {
    await inTurn(async () => seedLibrary(database, { version, feeds: (await fetchIndex()).feeds }, isDamaged));
    return null;
  } catch (error) {
    console.error('IfG Gloss cannot store its library:', error);
    return causeOf(error);
  }
}
