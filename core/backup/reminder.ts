/** Kept in the extension's local storage: after how many changes its reader is reminded to back up; 0 for never. */
export const REMINDER_KEY = 'backup-reminder';
export const REMINDERS = [0, 10, 50, 200] as const;
export type Reminder = (typeof REMINDERS)[number];

/** Reads what was stored, of any age or shape. */
export function parseReminder(stored: unknown): Reminder {
  return REMINDERS.find((reminder) => reminder === stored) ?? 0;
}

/** Whether so many changes since the last backup are to be told of. */
export function isBackupDue(reminder: Reminder, changes: number): boolean {
  return reminder !== 0 && changes >= reminder;
}
