import { deleteDB, openDB } from 'idb';
import {
  ALL_STORES,
  LIBRARY_NAME,
  LIBRARY_VERSION,
  type LibraryDatabase,
  type LibrarySchema,
  migrate,
} from './schema.ts';

/** Opens the library's database; `onBlocked` is called where another context keeps it from being opened for now. */
export async function openDatabase(onBlocked: () => void): Promise<LibraryDatabase> {
  if (globalThis.indexedDB === undefined) throw new DOMException('There is no IndexedDB.', 'NotAllowedError');
  const database = await openOnce(onBlocked);
  if (ALL_STORES.every((name) => database.objectStoreNames.contains(name))) return database;
  // Stores are made when a database gets its version, so one that has the version and not the stores never gets them.
  database.close();
  await deleteDB(LIBRARY_NAME, { blocked: onBlocked });
  return openOnce(onBlocked);
}

function openOnce(onBlocked: () => void): Promise<LibraryDatabase> {
  return openDB<LibrarySchema>(LIBRARY_NAME, LIBRARY_VERSION, {
    upgrade: migrate,
    blocked: onBlocked,
    // Whoever wants another version of it, or none, waits until this connection is closed; what was read stays in use.
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  });
}
