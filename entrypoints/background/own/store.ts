import type { OwnRecord } from '../../../core/model/own.ts';
import { ownRecord } from '../../../core/own/forms.ts';
import { type OwnDatabase, openOwn } from './database.ts';

/** What the reader wrote, as it is stored. */
export interface OwnStore {
  /** What is damaged is left out. */
  readAll(): Promise<readonly OwnRecord[]>;
  /** Rejects where it is not stored. */
  put(records: readonly OwnRecord[]): Promise<void>;
}

/** Opens the database with the first call, and anew where it was closed from outside; calls back after each change. */
export function createOwnStore(onChange: () => void): OwnStore {
  let opening: Promise<OwnDatabase> | null = null;
  const openAnew = () => {
    opening = null;
  };
  const database = () => {
    opening ??= openOwn(openAnew).catch((error: unknown) => {
      openAnew();
      throw error;
    });
    return opening;
  };
  return {
    async readAll() {
      const stored = await (await database()).getAll('records');
      return stored.flatMap((each) => ownRecord(each) ?? []);
    },
    async put(records) {
      const transaction = (await database()).transaction('records', 'readwrite', { durability: 'strict' });
      await Promise.all([...records.map((record) => transaction.store.put(record)), transaction.done]);
      onChange();
    },
  };
}
