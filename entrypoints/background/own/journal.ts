import type { Storage } from 'webextension-polyfill';
import type { KeptRecord, OwnId } from '../../../core/model/own.ts';
import { copyOf, type ReadCopy, readCopy } from './copy.ts';
import { type KeptState, parseState } from './state.ts';

/** No record, whatever its id, has the key of something else. */
const PREFIX = 'own:';
const STATE_KEY = 'own-state';
const ASIDE_PREFIX = 'own-damaged:';

export type JournalArea = Pick<Storage.StorageArea, 'get' | 'set' | 'remove'>;

/** All that one of the two stores holds. */
export interface Holding {
  readonly copies: ReadonlyMap<OwnId, ReadCopy>;
  readonly state: KeptState | null;
}

/** What could be read of a record nowhere, as each store had it. */
export interface Aside {
  readonly id: OwnId;
  readonly raw: readonly unknown[];
}

/** One of the two stores in which all is kept. Each call rejects with what the browser failed with. */
export interface OwnKeeping {
  readAll(): Promise<Holding>;
  /** All of it or nothing. */
  write(records: readonly KeptRecord[], state: KeptState): Promise<void>;
}

export type Journal = OwnKeeping & {
  readState(): Promise<KeptState | null>;
  /** Keeps what is damaged for who can make something of it; what was put aside before stays. */
  putAside(all: readonly Aside[]): Promise<void>;
};

/** The reader's own in `storage.local`, one key a record: what becomes of IndexedDB does not touch it. */
export function createJournal(area: JournalArea): Journal {
  const holdingOf = (stored: Record<string, unknown>): Holding => ({
    copies: new Map(
      Object.entries(stored).flatMap(([key, raw]) => {
        const id = idOf(key);
        return id === null ? [] : [[id, readCopy(id, raw)] as const];
      }),
    ),
    state: parseState(stored[STATE_KEY]),
  });
  return {
    readAll: async () => holdingOf(await area.get(null)),
    readState: async () => parseState((await area.get(STATE_KEY))[STATE_KEY]),
    write: (records, state) =>
      area.set({
        ...Object.fromEntries(records.map((record) => [keyOf(record.id), copyOf(record)])),
        [STATE_KEY]: state,
      }),
    async putAside(all) {
      const keys = all.map(({ id }) => `${ASIDE_PREFIX}${id}`);
      const before = await area.get(keys);
      const withBefore = all.map(({ raw }, index) => {
        const key = keys[index] ?? '';
        const kept: unknown = before[key];
        return [key, eachOnce([...(Array.isArray(kept) ? kept : []), ...raw])] as const;
      });
      await area.set(Object.fromEntries(withBefore));
      await area.remove(all.map(({ id }) => keyOf(id)));
    },
  };
}

function keyOf(id: OwnId): string {
  return `${PREFIX}${id}`;
}

/** Null for the key of something else. */
function idOf(key: string): OwnId | null {
  return key.startsWith(PREFIX) ? key.slice(PREFIX.length) : null;
}

/** Who was stopped while putting aside does it again. */
function eachOnce(raw: readonly unknown[]): readonly unknown[] {
  return [...new Map(raw.map((each) => [JSON.stringify(each), each])).values()];
}
