import type { FollowUp, KeptRecord, Note } from '../../../core/model/own.ts';
import { removeRecord } from '../../../core/own/change.ts';
import type { OwnKind } from '../../../core/protocol/own.ts';
import type { BackupDoors } from './doors.ts';

const KINDS: readonly OwnKind[] = ['note', 'follow-up'];

/**
 * Removes what was last changed until then, in milliseconds since 1970; what was written later stays. What is of a time that
 * is still to come was written where the clock was wrong, and is meant, too.
 */
export async function removeWritten(
  { own: { readAll, change }, now }: Pick<BackupDoors, 'own' | 'now'>,
  until: number,
  kinds: readonly OwnKind[] = KINDS,
): Promise<void> {
  const present = now();
  const isMeant = (record: KeptRecord | null): Note | FollowUp | null =>
    record !== null &&
    (record.kind === 'note' || record.kind === 'follow-up') &&
    kinds.includes(record.kind) &&
    (record.changed <= until || record.changed > present)
      ? record
      : null;
  const ids = (await readAll()).filter(isMeant).map(({ id }) => id);
  if (ids.length === 0) return;
  await change((of, writing) =>
    ids.flatMap((id) => {
      const record = isMeant(of(id));
      return record === null ? [] : [removeRecord(record, writing)];
    }),
  );
}

/** Removes all that the reader added and wrote, but for settings. Can be begun anew where it was cut off. */
export async function removeEverything(doors: BackupDoors, until: number): Promise<void> {
  const { feeds, kept, searches } = doors;
  await removeWritten(doors, until);
  await searches.removeAll();
  await feeds.removeAll();
  await kept.removeAll();
}
