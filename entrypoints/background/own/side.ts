import type { KeptRecord, OwnId } from '../../../core/model/own.ts';
import type { KeepingFailure } from '../../../core/protocol/own.ts';
import { failureOf, inTime } from './failure.ts';
import type { Holding, OwnKeeping } from './journal.ts';
import type { KeptState } from './state.ts';

/** One of the two stores, and how it does. */
export interface Side<Keeping extends OwnKeeping> {
  /** Null where it could not be opened. */
  readonly keeping: Keeping | null;
  /** What it holds; null where it cannot be read. */
  readonly held: Holding | null;
  /** Why it does not keep what it was last given; null where it does. */
  failure(): KeepingFailure | null;
  /** What it was given and has not kept. */
  owed(): ReadonlySet<OwnId>;
  /** Gives it records, with those that it is owed; whether it keeps them. Never rejects. */
  write(records: ReadonlyMap<OwnId, KeptRecord>, ids: Iterable<OwnId>, state: KeptState): Promise<boolean>;
}

/** Opens a store, and reads all of it. Never rejects. */
export async function openSide<Keeping extends OwnKeeping>(opening: Promise<Keeping>): Promise<Side<Keeping>> {
  let failure: KeepingFailure | null = null;
  let owed = new Set<OwnId>();
  const fail = (error: unknown) => {
    console.error('IfG Gloss cannot keep what its reader wrote in one of its stores:', error);
    failure = failureOf(error);
    return null;
  };
  const keeping = await inTime(opening).catch(fail);
  const held = keeping && (await inTime(keeping.readAll()).catch(fail));
  return {
    keeping,
    held,
    failure: () => failure,
    owed: () => owed,
    async write(records, ids, state) {
      owed = new Set([...owed, ...ids]);
      // What was not read is not written either: it may hold what is not here. And who does not answer is not waited for again.
      if (keeping === null || held === null || failure === 'unanswered') return false;
      try {
        const given = [...owed].flatMap((id) => records.get(id) ?? []);
        await inTime(keeping.write(given, state));
        failure = null;
        owed = new Set();
        return true;
      } catch (error) {
        fail(error);
        return false;
      }
    },
  };
}
