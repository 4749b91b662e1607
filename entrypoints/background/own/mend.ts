import type { NewerRecord, OwnId, OwnRecord } from '../../../core/model/own.ts';
import { mergeRecords } from '../../../core/own/merge.ts';
import { isSame } from '../../../core/own/same.ts';
import type { Repairs } from '../../../core/protocol/own.ts';
import type { ReadCopy } from './copy.ts';
import type { Aside, Holding } from './journal.ts';
import type { KeptState } from './state.ts';

/** What both stores hold together, and what has to be done so that each holds all of it. */
export interface Mending {
  readonly records: ReadonlyMap<OwnId, OwnRecord>;
  readonly toDatabase: readonly OwnRecord[];
  readonly toJournal: readonly OwnRecord[];
  readonly aside: readonly Aside[];
  /** What a later version of the extension has written, which stays as it is. */
  readonly newer: ReadonlyMap<OwnId, NewerRecord>;
  /** Without what was being written when the background was stopped. */
  readonly repairs: Repairs;
}

type Copies = Holding['copies'];

/** What one store holds of a record, and the other. */
interface Pair {
  readonly id: OwnId;
  readonly journal: ReadCopy | undefined;
  readonly database: ReadCopy | undefined;
}

/**
 * Compares both stores record by record; null for one that cannot be read, to which nothing is to be written either.
 * `latest`: the later of their states.
 */
export function mend(journal: Holding | null, database: Holding | null, latest: KeptState): Mending {
  const pairs = pairsOf(journal?.copies ?? new Map(), database?.copies ?? new Map());
  const records = new Map(pairs.flatMap(wholeOf).map((record) => [record.id, record]));
  const aside = pairs.filter(isDamaged).map(asideOf);
  const lackedBy = (holding: Holding | null) =>
    holding === null ? [] : [...records.values()].filter(({ id }) => !isHeld(holding.copies.get(id), records.get(id)));
  const [toDatabase, toJournal] = [lackedBy(database), lackedBy(journal)];
  return {
    records,
    toDatabase,
    toJournal,
    aside,
    newer: new Map(pairs.flatMap(newerOf).map((record) => [record.id, record])),
    repairs: {
      inDatabase: countUnexpected(toDatabase, database, latest),
      inJournal: countUnexpected(toJournal, journal, latest),
      damaged: aside.length,
      lost: journal === null || database === null ? 0 : Math.max(0, latest.records - pairs.length),
    },
  };
}

function pairsOf(journal: Copies, database: Copies): readonly Pair[] {
  const ids = new Set([...journal.keys(), ...database.keys()]);
  return Array.from(ids, (id) => ({ id, journal: journal.get(id), database: database.get(id) }));
}

function newerOf({ journal, database }: Pair): readonly NewerRecord[] {
  return [journal, database].flatMap((copy) => (copy?.kind === 'newer' ? [copy.record] : [])).slice(0, 1);
}

/** Out of both forms; none where neither is whole. */
function wholeOf(pair: Pair): readonly OwnRecord[] {
  if (newerOf(pair).length > 0) return [];
  const { journal, database } = pair;
  if (journal?.kind !== 'whole') return database?.kind === 'whole' ? [database.record] : [];
  return [database?.kind === 'whole' ? mergeRecords(journal.record, database.record) : journal.record];
}

/** What a store lacks that has not come to the latest writing may be what was being written. */
function countUnexpected(lacked: readonly OwnRecord[], holding: Holding | null, latest: KeptState): number {
  const isBehind = holding?.state !== null && (holding?.state.writings ?? 0) < latest.writings;
  return isBehind ? lacked.filter(({ id }) => !latest.writing.includes(id)).length : lacked.length;
}

function isHeld(copy: ReadCopy | undefined, record: OwnRecord | undefined): boolean {
  return copy?.kind === 'whole' && isSame(copy.record, record);
}

function isDamaged({ journal, database }: Pair): boolean {
  return [journal, database].every((copy) => copy === undefined || copy.kind === 'damaged');
}

function asideOf({ id, journal, database }: Pair): Aside {
  return { id, raw: [journal, database].flatMap((copy) => (copy?.kind === 'damaged' ? [copy.raw] : [])) };
}
