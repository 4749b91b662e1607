import type { AtUri } from '../../../core/model/ids.ts';
import type { PostRow } from './database.ts';

/** What is gone is shown no more at once, and deleted where it still is gone so much later: one answer may be at fault. */
export const GONE_FOR_GOOD = 24 * 3_600_000;

/** What becomes of posts that a reading did not find. */
export interface Missed {
  readonly gone: readonly AtUri[];
  /** Those that stay for now, to be stored as missed. */
  readonly missed: readonly PostRow[];
}

export const NONE_MISSED: Missed = { gone: [], missed: [] };

/** `startedAt` names the reading. */
export function settleMissed(rows: readonly PostRow[], startedAt: number): Missed {
  // A clock that was set back, too, makes a difference.
  const isGone = ({ missed = startedAt }: PostRow) => Math.abs(startedAt - missed) >= GONE_FOR_GOOD;
  return {
    gone: rows.filter(isGone).map(({ uri }) => uri),
    missed: rows
      .filter((row) => !isGone(row))
      .map((row) => ({ ...row, seen: startedAt, missed: row.missed ?? startedAt })),
  };
}

/** Whether it was there when it was last looked for. */
export function isThere({ missed }: Pick<PostRow, 'missed'>): boolean {
  return missed === undefined;
}
