import { expect, test } from 'vitest';
import { parseReminder, type Reminder } from '../../../core/backup/reminder.ts';
import { createReadDue } from '../../../entrypoints/options/backup-due.tsx';

function readDue(reminder: Reminder, changes: number) {
  const asked: string[] = [];
  const read = createReadDue({
    readReminder: async () => reminder,
    async readChanges() {
      asked.push('changes');
      return changes;
    },
  });
  return { read, asked };
}

test('who wants no reminder is told of none, and nothing is asked', async () => {
  const { read, asked } = readDue(parseReminder(undefined), 1000);
  expect([await read(), asked]).toEqual([null, []]);
});

test('a reminder comes with as many changes as were chosen', async () => {
  expect(await readDue(10, 9).read()).toBeNull();
  expect(await readDue(10, 10).read()).toBe(10);
});

test('what was stored otherwise is no reminder', () => {
  expect([parseReminder('10'), parseReminder(7), parseReminder(null), parseReminder(50)]).toEqual([0, 0, 0, 50]);
});
