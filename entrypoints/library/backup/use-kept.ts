import { useEffect, useState } from 'preact/hooks';
import type { Reminder } from '../../../core/backup/reminder.ts';
import type { OwnState } from '../../../core/protocol/own.ts';
import { ask } from '../../../platform/ask.ts';
import { changeReminder, readReminder, watchReminder } from '../../../platform/backup-reminder.ts';
import { accountChanges, ownChanges } from '../../../platform/changes.ts';
import { askToKeep, type Room, readRoom } from '../../../platform/room.ts';

/** How what the reader wrote is kept. */
export interface Kept {
  /** Null where it cannot be read; undefined before it was. */
  readonly own: OwnState | null | undefined;
  readonly room: Room | null;
  /** Whether the browser was asked to keep it, and did not agree. */
  readonly wasRefused: boolean;
  readonly keep: () => void;
  readonly see: () => void;
}

/** Asks anew whenever something of the reader's own has changed. */
export function useKept(): Kept {
  const [own, setOwn] = useState<OwnState | null | undefined>(undefined);
  const [room, setRoom] = useState<Room | null>(null);
  const [wasRefused, setRefused] = useState(false);
  const look = () => {
    ask('describeOwn', {}).then(setOwn, () => setOwn(null));
    void readRoom().then(setRoom);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it looks at the same each time.
  useEffect(() => {
    look();
    const ends = [ownChanges.listen(look), accountChanges.listen(look)];
    return () => {
      for (const end of ends) end();
    };
  }, []);
  const keep = () =>
    void askToKeep().then((isKept) => {
      setRefused(!isKept);
      look();
    });
  const see = () => void ask('acknowledgeRepairs', {}).then(look, look);
  return { own, room, wasRefused, keep, see };
}

/** When to remind, and how to change that. */
export function useReminder(): readonly [Reminder, (reminder: Reminder) => void] {
  const [reminder, setReminder] = useState<Reminder>(0);
  useEffect(() => {
    const end = new AbortController();
    watchReminder(setReminder, end.signal);
    void readReminder().then(setReminder, () => {});
    return () => end.abort();
  }, []);
  const change = (next: Reminder) => {
    setReminder(next);
    void changeReminder(next).catch(() => readReminder().then(setReminder));
  };
  return [reminder, change];
}
