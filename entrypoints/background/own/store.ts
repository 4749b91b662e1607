import type { FollowUp, KeptRecord, NewerRecord, Note, OwnId, OwnRecord, WriterId } from '../../../core/model/own.ts';
import type { Writing } from '../../../core/own/change.ts';
import { ownRecord } from '../../../core/own/forms.ts';
import type { OwnKey } from '../../../core/own/keys.ts';
import { mergeRecords } from '../../../core/own/merge.ts';
import { nameOriginal, type Originals } from '../../../core/own/originals.ts';
import { isSame } from '../../../core/own/same.ts';
import { type KeptIn, NotKept } from '../../../core/protocol/own.ts';
import { keep, keptIn, type Opened, openBoth, type Stores } from './opened.ts';
import { type KeptState, NO_REPAIRS } from './state.ts';

/** What is kept, as it is when it is asked for. */
export interface Held {
  readonly all: readonly OwnRecord[];
  /** What a later version of the extension has written, which stays as it is. */
  readonly newer: ReadonlyMap<OwnId, NewerRecord>;
  /** A record, or what is left of it; null where there never was one. */
  of(this: void, id: OwnId): OwnRecord | null;
  /** Records with one of these keys, those with the earlier keys first, each once. */
  find(this: void, keys: readonly OwnKey[]): readonly (Note | FollowUp)[];
  readonly state: KeptState;
  readonly keptIn: KeptIn;
}

export interface OwnStoreDoors extends Stores {
  /** Has one change wait for the other, whichever of the extension's contexts makes them. */
  readonly inTurn: <Result>(change: () => Promise<Result>) => Promise<Result>;
  /** Who writes. */
  readonly writer: () => Promise<WriterId>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told of each change that is kept, and whether something comes with it that was not there. */
  readonly onChange: (hasNew: boolean) => void;
}

/** What the reader wrote. Each call rejects with `NotKept` where neither store can be read, or keeps what is given. */
export interface OwnStore {
  read(): Promise<Held>;
  /** Keeps the records that are made of what is kept then; none where nothing is to change. Gives where they are kept. */
  change(make: (held: Held, writing: Writing) => readonly KeptRecord[]): Promise<KeptIn>;
  /** Takes records in, merged with those that are there; all of them or none. Doing it twice changes nothing. */
  putRecords(records: readonly OwnRecord[]): Promise<KeptIn>;
  /** Has records say at which address their posts are by now; no change by the reader. Nothing is opened where there is none. */
  nameOriginals(originals: Originals): Promise<void>;
  /** The reader has seen what was repaired. */
  acknowledgeRepairs(): Promise<KeptIn>;
  /** The reader has a backup of what so many changes had made by then (`state.changes`). */
  noteBackup(changes: number): Promise<KeptIn>;
}

/**
 * Keeps what the reader wrote twice: in the journal first, then in the database. With the first call both are read, and
 * each is mended from the other.
 */
export function createOwnStore(doors: OwnStoreDoors): OwnStore {
  const { inTurn, now, writer, onChange } = doors;
  let opening: Promise<Opened> | null = null;
  const openAnew = () => {
    opening = null;
  };
  const open = (): Promise<Opened> => {
    opening ??= openBoth(doors, openAnew).catch((error: unknown) => {
      openAnew();
      throw error;
    });
    return opening;
  };
  /** As the stores are now: another background may have written, which ended while this one began. */
  const openLatest = async (): Promise<Opened> => {
    const opened = await open();
    if (await isLatest(opened)) return opened;
    openAnew();
    return open();
  };
  const write = (
    make: (held: Held) => Promise<{ readonly made: readonly KeptRecord[]; readonly state: Partial<KeptState> } | null>,
  ): Promise<KeptIn> =>
    inTurn(async () => {
      const opened = await openLatest();
      const written = await make(heldIn(opened));
      if (written === null) return keptIn(opened);
      const made = written.made.map(inForm);
      if (made.some(({ id }) => opened.newer.has(id))) throw new NotKept('newer');
      const hasNew = made.some(({ id, kind }) => kind !== 'removed' && isMissing(opened.records.get(id)));
      await keep(opened, made, written.state);
      onChange(hasNew);
      return keptIn(opened);
    });
  const change: OwnStore['change'] = (make) =>
    write(async (held) => {
      const made = make(held, { at: now(), by: await writer() });
      return made.length === 0 ? null : { made, state: { changes: held.state.changes + made.length } };
    });
  const changeState = (changed: (state: KeptState) => Partial<KeptState>) =>
    write(async ({ state }) => ({ made: [], state: changed(state) }));
  return {
    read: async () => heldIn(await (opening ?? inTurn(open))),
    change,
    putRecords: (records) => change(({ of }) => records.flatMap((record) => mergedInto(of(record.id), record))),
    async nameOriginals(originals) {
      if (originals.size === 0) return;
      await write(async ({ all }) => {
        const made = all.flatMap((record) => {
          const named = nameOriginal(record, originals);
          return named === record ? [] : [named];
        });
        return made.length === 0 ? null : { made, state: {} };
      });
    },
    acknowledgeRepairs: () => changeState(() => ({ repairs: NO_REPAIRS })),
    noteBackup: (changes) =>
      changeState((state) => ({ changes: Math.max(0, state.changes - changes), backedUpAt: now() })),
  };
}

/** What the journal did not keep it cannot tell. */
async function isLatest({ journal, state }: Opened): Promise<boolean> {
  if (journal.keeping === null || journal.failure() !== null) return true;
  const stored = await journal.keeping.readState().catch(() => state);
  return (stored?.writings ?? 0) === state.writings;
}

function heldIn(opened: Opened): Held {
  const { records, newer, index, state } = opened;
  return {
    all: [...records.values()],
    newer,
    of: (id) => records.get(id) ?? null,
    find: index.find,
    state,
    keptIn: keptIn(opened),
  };
}

function isMissing(record: OwnRecord | undefined): boolean {
  return record === undefined || record.kind === 'removed';
}

function mergedInto(before: OwnRecord | null, record: OwnRecord): readonly OwnRecord[] {
  if (before === null) return [record];
  const merged = mergeRecords(before, inForm(record));
  return isSame(merged, before) ? [] : [merged];
}

/** As it is read again; what could not be read again is not written. */
function inForm<Kept extends KeptRecord>(record: Kept): Kept | OwnRecord {
  if (record.kind === 'newer') return record;
  const read = ownRecord(record);
  if (read === undefined) throw new Error(`${record.kind} has another form`);
  return read;
}
