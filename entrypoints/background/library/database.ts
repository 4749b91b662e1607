import { deleteDB, openDB } from 'idb';
import { whenClosed } from '../../../platform/databases.ts';
import {
  ALL_STORES,
  LIBRARY_NAME,
  LIBRARY_VERSION,
  type LibraryDatabase,
  type LibrarySchema,
  migrate,
} from './schema.ts';

/** What may happen to a database from outside. */
export interface DatabaseEvents {
  /** Another context keeps it from being opened for now. */
  readonly onBlocked?: () => void;
  /** It can be asked nothing more. */
  readonly onClosed?: () => void;
}

/** Opens the library's database. */
export async function openDatabase(events: DatabaseEvents): Promise<LibraryDatabase> {
  if (globalThis.indexedDB === undefined) throw new DOMException('There is no IndexedDB.', 'NotAllowedError');
  const database = await openOnce(events);
  if (ALL_STORES.every((name) => database.objectStoreNames.contains(name))) return database;
  // Stores are made when a database gets its version, so one that has the version and not the stores never gets them.
  database.close();
  await deleteDB(LIBRARY_NAME, { blocked: () => events.onBlocked?.() });
  return openOnce(events);
}

function openOnce({ onBlocked, onClosed }: DatabaseEvents): Promise<LibraryDatabase> {
  return openDB<LibrarySchema>(LIBRARY_NAME, LIBRARY_VERSION, {
    upgrade: migrate,
    blocked: () => onBlocked?.(),
    ...whenClosed(() => onClosed?.()),
  });
}
