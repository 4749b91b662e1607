import { type IDBPDatabase, openDB } from 'idb';
import type { OwnRecord } from '../../../../core/model/own.ts';
import { OWN_NAME, openOwnDatabase } from '../../../../entrypoints/background/own/database.ts';
import { createJournal, type JournalArea } from '../../../../entrypoints/background/own/journal.ts';
import { createOwnStore, type OwnStoreDoors } from '../../../../entrypoints/background/own/store.ts';

/** A stand-in for `storage.local`, which holds what JSON holds, and fails where it is told to. */
export function createArea() {
  const stored: Record<string, unknown> = {};
  const faults: { set?: Error | undefined; get?: Error | undefined } = {};
  const fail = (call: 'get' | 'set') => {
    const error = faults[call];
    if (error !== undefined) throw error;
  };
  const area = {
    async get(wanted: unknown) {
      fail('get');
      const keys = wanted === null ? Object.keys(stored) : [wanted].flat().map(String);
      return structuredClone(Object.fromEntries(keys.filter((key) => key in stored).map((key) => [key, stored[key]])));
    },
    async set(items: object) {
      fail('set');
      Object.assign(stored, JSON.parse(JSON.stringify(items)));
    },
    async remove(keys: string | string[]) {
      for (const key of [keys].flat()) delete stored[key];
    },
  } satisfies JournalArea;
  return { area, stored, faults };
}

export type Area = ReturnType<typeof createArea>;

let now = 1000;

/** The store of a background that has just started; one change waits for another. */
export function startStore({ area }: Area, doors: Partial<OwnStoreDoors> = {}) {
  let last: Promise<unknown> = Promise.resolve();
  return createOwnStore({
    journal: createJournal(area),
    openDatabase: openOwnDatabase,
    inTurn(change) {
      const next = last.then(change);
      last = next.catch(() => null);
      return next;
    },
    writer: async () => 'here',
    now: () => (now += 1),
    onChange: () => {},
    ...doors,
  });
}

/** Does something to the database by hand. */
export async function byHand<Result>(act: (database: IDBPDatabase) => Promise<Result>): Promise<Result> {
  const database = await openDB(OWN_NAME);
  const result = await act(database);
  database.close();
  return result;
}

/** What a background that starts now finds, by its texts, and what it says was repaired. */
export async function findAll(area: Area) {
  const { all, state, keptIn } = await startStore(area).read();
  return { texts: all.map(textOf).sort(), repairs: state.repairs, keptIn };
}

export function textOf(record: OwnRecord): string {
  return record.kind === 'note' ? record.texts.join(' | ') : `${record.kind} ${record.id}`;
}
