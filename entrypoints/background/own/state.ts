import type { OwnId } from '../../../core/model/own.ts';
import type { Repairs } from '../../../core/protocol/own.ts';
import { hasShape, isListOf, isNullOr, isNumber, isText, type Shape } from '../../../core/shape.ts';

export const NO_REPAIRS: Repairs = { inDatabase: 0, inJournal: 0, damaged: 0, lost: 0 };

/** What is kept beside the records, in both stores. */
export interface KeptState {
  /** Rises with each writing: of two states the one with more is the later. */
  readonly writings: number;
  /** Records that there are, of all kinds. */
  readonly records: number;
  /** Since the last backup. */
  readonly changes: number;
  /** Milliseconds since 1970; null where there was none. */
  readonly backedUpAt: number | null;
  /** What was being written, and may not have come to both stores. */
  readonly writing: readonly OwnId[];
  /** Those that the reader has not seen yet. */
  readonly repairs: Repairs;
}

const repairs: Shape<Repairs> = { inDatabase: isNumber, inJournal: isNumber, damaged: isNumber, lost: isNumber };
const state: Shape<KeptState> = {
  writings: isNumber,
  records: isNumber,
  changes: isNumber,
  backedUpAt: isNullOr(isNumber),
  writing: isListOf(isText),
  repairs: hasShape(repairs),
};
const isState = hasShape(state);

/** Null where nothing was stored, or where it is damaged. */
export function parseState(stored: unknown): KeptState | null {
  return isState(stored) ? (stored as KeptState) : null;
}

/** The later of two states; a new one where there is none. */
export function laterState(one: KeptState | null, other: KeptState | null): KeptState {
  const first: KeptState = {
    writings: 0,
    records: 0,
    changes: 0,
    backedUpAt: null,
    writing: [],
    repairs: NO_REPAIRS,
  };
  return [one, other].reduce<KeptState>(
    (later, each) => (each !== null && each.writings > later.writings ? each : later),
    first,
  );
}

export function addRepairs(one: Repairs, other: Repairs): Repairs {
  return {
    inDatabase: one.inDatabase + other.inDatabase,
    inJournal: one.inJournal + other.inJournal,
    damaged: one.damaged + other.damaged,
    lost: one.lost + other.lost,
  };
}
