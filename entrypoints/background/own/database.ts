import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { KeptRecord, OwnId } from '../../../core/model/own.ts';
import { whenClosed } from '../../../platform/databases.ts';
import { type Copy, copyOf, readCopy } from './copy.ts';
import type { Aside, OwnKeeping } from './journal.ts';
import { type KeptState, parseState } from './state.ts';

export const OWN_NAME = 'ifg-gloss-own';
const OWN_VERSION = 1;
const STORES = ['records', 'state'] as const;
const STATE_KEY = 'state';

interface OwnSchema extends DBSchema {
  records: { key: OwnId; value: Copy };
  state: { key: typeof STATE_KEY; value: KeptState };
}

export type OwnDatabase = OwnKeeping & {
  /** Drops what has been put aside. */
  drop(all: readonly Aside[]): Promise<void>;
};

/**
 * Opens the reader's own in a database of its own: nothing that is done to the library reaches it. Rejects where the
 * browser keeps nothing, or a newer version of the extension made it. `onClosed`: it can be asked nothing more.
 */
export async function openOwnDatabase(onClosed: () => void): Promise<OwnDatabase> {
  if (globalThis.indexedDB === undefined) throw new DOMException('There is no IndexedDB.', 'NotAllowedError');
  const database = await openWhole(onClosed);
  return {
    async readAll() {
      const reading = database.transaction(STORES);
      const [ids, rows, state] = await Promise.all([
        reading.objectStore('records').getAllKeys(),
        reading.objectStore('records').getAll(),
        reading.objectStore('state').get(STATE_KEY),
      ]);
      return { copies: new Map(ids.map((id, at) => [id, readCopy(id, rows[at])])), state: parseState(state) };
    },
    async write(records: readonly KeptRecord[], state: KeptState) {
      const writing = database.transaction(STORES, 'readwrite', { durability: 'strict' });
      for (const record of records) void writing.objectStore('records').put(copyOf(record)).catch(isTold);
      void writing.objectStore('state').put(state, STATE_KEY).catch(isTold);
      await writing.done;
    },
    async drop(all) {
      const writing = database.transaction('records', 'readwrite');
      for (const { id } of all) void writing.store.delete(id).catch(isTold);
      await writing.done;
    },
  };
}

/** What one row fails with, the transaction fails with. */
function isTold(): void {}

/** Stores are made when a database gets its version, so one that has the version and not the stores never gets them. */
async function openWhole(onClosed: () => void): Promise<IDBPDatabase<OwnSchema>> {
  const database = await openOnce(onClosed);
  if (STORES.every((name) => database.objectStoreNames.contains(name))) return database;
  database.close();
  await deleteDB(OWN_NAME);
  return openOnce(onClosed);
}

function openOnce(onClosed: () => void): Promise<IDBPDatabase<OwnSchema>> {
  return openDB<OwnSchema>(OWN_NAME, OWN_VERSION, {
    upgrade(database) {
      database.createObjectStore('records', { keyPath: 'id' });
      database.createObjectStore('state');
    },
    ...whenClosed(onClosed),
  });
}
