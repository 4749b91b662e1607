import type { OwnRecord } from '../../../core/model/own.ts';
import { removeRecord } from '../../../core/own/change.ts';
import type { OwnKind } from '../../../core/protocol/own.ts';
import type { BackupDoors, OwnDoors } from './doors.ts';

const KINDS: readonly OwnKind[] = ['note', 'follow-up'];

/** Removes what was last changed until then, in milliseconds since 1970; what was written later stays. */
export async function removeWritten(
  { readAll, change }: OwnDoors,
  until: number,
  kinds: readonly OwnKind[] = KINDS,
): Promise<void> {
  const isMeant = (record: OwnRecord | null) =>
    record !== null && record.kind !== 'removed' && kinds.includes(record.kind) && record.changed <= until
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
export async function removeEverything({ own, feeds, searches }: BackupDoors, until: number): Promise<void> {
  await removeWritten(own, until);
  await searches.change(() => []);
  await feeds.removeAll();
}
