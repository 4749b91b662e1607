import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { OwnRecord } from '../../../core/model/own.ts';

export const OWN_NAME = 'ifg-gloss-own';
const OWN_VERSION = 1;

interface OwnSchema extends DBSchema {
  /** By id. */
  records: { key: string; value: OwnRecord };
}

export type OwnDatabase = IDBPDatabase<OwnSchema>;

/** What the reader wrote: no seeding, refresh or removal of the library touches it. `onClosed`: closed from outside. */
export function openOwn(onClosed: () => void): Promise<OwnDatabase> {
  return openDB<OwnSchema>(OWN_NAME, OWN_VERSION, {
    upgrade: (database) => {
      database.createObjectStore('records', { keyPath: 'id' });
    },
    blocking: (_before, _after, event) => {
      (event.target as IDBDatabase | null)?.close();
      onClosed();
    },
    terminated: onClosed,
  });
}
