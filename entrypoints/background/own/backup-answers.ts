import type { BackupRequests, LeftOff } from '../../../core/protocol/backup.ts';
import type { Answers } from '../../../core/protocol/wire.ts';
import { createBackupReader } from './backup.ts';
import type { BackupDoors } from './doors.ts';
import type { Pending } from './pending-database.ts';
import { removeEverything, removeWritten } from './removal.ts';
import { planRestore, restore } from './restore.ts';

export interface BackupAnswers {
  readonly answers: Answers<BackupRequests, unknown>;
  /** Goes on with what was cut off; is fulfilled when nothing is left to do. */
  readonly goOn: () => Promise<void>;
  /** The same when a session starts: what a page took in that is gone by now is dropped. */
  readonly startSession: () => Promise<void>;
}

/** What the background answers about backups, and about removing what the reader wrote: each done to its end or not begun. */
export function createBackupAnswers(doors: BackupDoors): BackupAnswers {
  const { pending, keepWaking, now } = doors;
  const readPart = createBackupReader(doors);
  let changing: Promise<unknown> = Promise.resolve();
  /** One after another. */
  const inTurn = <Value>(act: () => Promise<Value>): Promise<Value> => {
    const done = changing.then(act, act);
    changing = done;
    return done;
  };
  /** The restore of that number, where it still is the one. */
  const readOwn = async (number: number) => {
    const found = await pending.read();
    return found?.kind === 'restore' && found.number === number ? found : null;
  };
  const finish = async (found: Pending | null) => {
    if (found === null || (found.kind === 'restore' && found.phase !== 'going')) return;
    await keepWaking(true);
    if (found.kind === 'restore') await restore(found, doors);
    else await removeEverything(doors, found.until);
    await pending.end(found.kind === 'restore' ? { ...found, phase: 'done' } : null);
    await keepWaking(false);
  };
  /** What is not done yet comes first; what cannot be done is put aside, and gives what it was: it must not block all others. */
  const begin = async (next: Pending): Promise<LeftOff> => {
    const before = await pending.read();
    const leftOff = await finish(before).then(
      () => null,
      (error: unknown) => {
        console.error('IfG Gloss cannot end what was begun before:', error);
        return before?.kind ?? null;
      },
    );
    await pending.begin(next);
    return leftOff;
  };

  return {
    goOn: () => inTurn(async () => finish(await pending.read())),
    startSession: () =>
      inTurn(async () => {
        const left = await pending.read();
        await finish(left);
        if (left !== null) await pending.end(null);
      }),
    answers: {
      readBackupPart: ({ section, after }) => readPart(section, after),
      async noteBackup({ changes }) {
        await doors.own.noteBackup(changes);
        return null;
      },
      beginRestore: ({ hasFeeds }) =>
        inTurn(async () => {
          const number = now();
          const leftOff = await begin({ number, kind: 'restore', phase: 'coming', hasFeeds, bringsBack: false });
          return { number, leftOff };
        }),
      takeRestorePart: ({ number, part }) =>
        inTurn(async () => {
          const isComing = (await readOwn(number))?.phase === 'coming';
          if (isComing) await pending.takePart(part);
          return isComing;
        }),
      planRestore: ({ number }) => inTurn(async () => ((await readOwn(number)) === null ? null : planRestore(doors))),
      applyRestore: ({ number, bringsBack }) =>
        inTurn(async () => {
          const found = await readOwn(number);
          if (found === null) return false;
          const going = found.phase === 'coming' ? ({ ...found, phase: 'going', bringsBack } as const) : found;
          if (going !== found) await pending.put(going);
          await finish(going);
          return true;
        }),
      dropRestore: ({ number }) =>
        inTurn(async () => {
          if ((await readOwn(number))?.phase === 'coming') await pending.end(null);
          return null;
        }),
      removeOwn: ({ what, until }) =>
        inTurn(async () => {
          if (what !== 'everything') {
            await removeWritten(doors, until, [what]);
            return null;
          }
          const removal = { number: now(), kind: 'removal', until } as const;
          const leftOff = await begin(removal);
          await finish(removal);
          // What is asked for again has been done by now.
          return leftOff === 'removal' ? null : leftOff;
        }),
    },
  };
}
