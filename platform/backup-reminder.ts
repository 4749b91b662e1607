import { parseReminder, REMINDER_KEY, type Reminder } from '../core/backup/reminder.ts';
import { changeStored, readStored, watchStored } from './stored.ts';

export const readReminder = (): Promise<Reminder> => readStored(REMINDER_KEY, parseReminder);

/** Rejects where the browser does not store it. */
export const changeReminder = (reminder: Reminder): Promise<void> =>
  changeStored(REMINDER_KEY, parseReminder, () => reminder);

/** Calls back with it after each change, whoever made it, until the signal aborts. */
export function watchReminder(onChange: (reminder: Reminder) => void, signal: AbortSignal): void {
  watchStored(REMINDER_KEY, (after) => onChange(parseReminder(after)), signal);
}
