import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { RestorePhase, SectionItems } from '../../../core/protocol/backup.ts';
import { createOpener, whenClosed } from '../../../platform/databases.ts';

export const PENDING_NAME = 'ifg-gloss-pending';
const PENDING_VERSION = 1;

/** What is done in several steps, and done to its end once it has begun. */
export type Pending =
  | {
      /** Names it. */
      readonly number: number;
      readonly kind: 'restore';
      readonly phase: RestorePhase;
      readonly hasFeeds: boolean;
      readonly bringsBack: boolean;
    }
  | { readonly number: number; readonly kind: 'removal'; readonly until: number };

interface PendingSchema extends DBSchema {
  /** One at most. */
  pending: { key: number; value: Pending };
  /** What a restore took in, as it came. */
  parts: { key: number; value: SectionItems };
}

/** Each call is one transaction. */
export type PendingStore = ReturnType<typeof createPendingStore>;

export function createPendingStore() {
  const { database, close } = createOpener(open);
  return {
    async read(): Promise<Pending | null> {
      const [pending] = await (await database()).getAll('pending');
      return pending ?? null;
    },
    /** In place of what was there, and of what that took in. */
    async begin(pending: Pending): Promise<void> {
      const transaction = (await database()).transaction(['pending', 'parts'], 'readwrite', { durability: 'strict' });
      await Promise.all([
        transaction.objectStore('pending').clear(),
        transaction.objectStore('parts').clear(),
        transaction.objectStore('pending').put(pending),
        transaction.done,
      ]);
    },
    async put(pending: Pending): Promise<void> {
      const transaction = (await database()).transaction('pending', 'readwrite', { durability: 'strict' });
      await Promise.all([transaction.store.put(pending), transaction.done]);
    },
    /** What is left to be known of it is `pending`; null for nothing. */
    async end(pending: Pending | null): Promise<void> {
      const transaction = (await database()).transaction(['pending', 'parts'], 'readwrite');
      await Promise.all([
        transaction.objectStore('pending').clear(),
        transaction.objectStore('parts').clear(),
        pending && transaction.objectStore('pending').put(pending),
        transaction.done,
      ]);
    },
    async takePart(part: SectionItems): Promise<void> {
      await (await database()).add('parts', part);
    },
    /** In the order in which they came, one in memory at a time. */
    async *readParts(): AsyncGenerator<SectionItems> {
      for (const key of await (await database()).getAllKeys('parts')) {
        const part = await (await database()).get('parts', key);
        if (part !== undefined) yield part;
      }
    },
    close,
  };
}

function open(onClosed: () => void): Promise<IDBPDatabase<PendingSchema>> {
  return openDB<PendingSchema>(PENDING_NAME, PENDING_VERSION, {
    upgrade(database) {
      database.createObjectStore('pending', { keyPath: 'number' });
      database.createObjectStore('parts', { autoIncrement: true });
    },
    ...whenClosed(onClosed),
  });
}
