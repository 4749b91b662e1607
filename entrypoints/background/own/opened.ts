import type { KeptRecord, NewerRecord, OwnId, OwnRecord } from '../../../core/model/own.ts';
import { type KeepingFailure, type KeptIn, NotKept, type Repairs } from '../../../core/protocol/own.ts';
import type { OwnDatabase } from './database.ts';
import type { Aside, Journal } from './journal.ts';
import { createKeyIndex, type KeyIndex } from './key-index.ts';
import { type Mending, mend } from './mend.ts';
import { openSide, type Side } from './side.ts';
import { addRepairs, type KeptState, laterState } from './state.ts';

/** Both stores, and what they hold together. */
export interface Opened {
  readonly journal: Side<Journal>;
  readonly database: Side<OwnDatabase>;
  readonly records: Map<OwnId, OwnRecord>;
  readonly index: KeyIndex;
  /** What a later version of the extension has written, which stays as it is. */
  readonly newer: Map<OwnId, NewerRecord>;
  state: KeptState;
}

export interface Stores {
  readonly journal: Journal;
  /** `onClosed`: it can be asked nothing more. */
  readonly openDatabase: (onClosed: () => void) => Promise<OwnDatabase>;
}

/** Reads both stores, and mends each from the other; rejects with `NotKept` where neither can be read. */
export async function openBoth(stores: Stores, onClosed: () => void): Promise<Opened> {
  const opening = stores.openDatabase(onClosed);
  const [journal, database] = await Promise.all([openSide(Promise.resolve(stores.journal)), openSide(opening)]);
  // What answers late is read with the next request.
  if (database.failure() === 'unanswered') void opening.then(onClosed, () => {});
  if (journal.held === null && database.held === null)
    throw new NotKept(worstOf(journal.failure(), database.failure()));
  const state = laterState(journal.held?.state ?? null, database.held?.state ?? null);
  const mending = mend(journal.held, database.held, state);
  const records = new Map(mending.records);
  const index = createKeyIndex(records.values());
  const opened: Opened = { journal, database, records, index, newer: new Map(mending.newer), state };
  await mendBoth(opened, mending);
  return opened;
}

/** Writes what either store lacks; what it did not take is not told as repaired. */
async function mendBoth(opened: Opened, { toDatabase, toJournal, aside, repairs }: Mending): Promise<void> {
  if (toDatabase.length + toJournal.length + aside.length + repairs.lost === 0) return;
  if (aside.length > 0) await putAside(opened, aside);
  const { journal, database, records, state } = opened;
  const add = (found: Repairs) => nextState(opened, [], { repairs: addRepairs(state.repairs, found) });
  opened.state = add(repairs);
  const isMended = await database.write(records, toDatabase.map(idOf), opened.state);
  opened.state = add(isMended ? repairs : { ...repairs, inDatabase: 0 });
  await journal.write(records, toJournal.map(idOf), opened.state);
}

/** What cannot be put aside stays where it is. */
async function putAside({ journal, database }: Opened, aside: readonly Aside[]): Promise<void> {
  try {
    await journal.keeping?.putAside(aside);
    await database.keeping?.drop(aside);
  } catch (error) {
    console.error('IfG Gloss cannot put aside what is damaged:', error);
  }
}

/** Keeps records in the journal, then in the database; where neither keeps them, all is as it was, and it rejects. */
export async function keep(
  opened: Opened,
  made: readonly KeptRecord[],
  changed: Partial<KeptState> = {},
): Promise<void> {
  const before: readonly (readonly [OwnId, KeptRecord])[] = [...opened.records, ...opened.newer];
  const records = new Map([...before, ...made.map((record) => [record.id, record] as const)]);
  const ids = made.map(idOf);
  const state = nextState(opened, ids, { ...changed, records: records.size });
  const inJournal = await opened.journal.write(records, ids, state);
  const inDatabase = await opened.database.write(records, ids, state);
  const { journal, database } = keptIn(opened);
  if (!inJournal && !inDatabase) throw new NotKept(worstOf(journal, database));
  for (const record of made) {
    if (record.kind === 'newer') opened.newer.set(record.id, record);
    else {
      opened.records.set(record.id, record);
      opened.index.put(record);
    }
  }
  opened.state = state;
}

export function keptIn({ journal, database }: Opened): KeptIn {
  return { journal: journal.failure(), database: database.failure() };
}

function nextState(
  { records, newer, state, journal, database }: Opened,
  ids: readonly OwnId[],
  changed: Partial<KeptState>,
): KeptState {
  const writing = [...new Set([...ids, ...journal.owed(), ...database.owed()])];
  return { ...state, writings: state.writings + 1, records: records.size + newer.size, writing, ...changed };
}

/** A full disk is what the reader can do something about. */
function worstOf(...failures: readonly (KeepingFailure | null)[]): KeepingFailure {
  return failures.find((failure) => failure === 'full') ?? failures.find((failure) => failure !== null) ?? 'refused';
}

function idOf({ id }: KeptRecord): OwnId {
  return id;
}
