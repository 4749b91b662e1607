import { beforeEach, expect, test } from 'vitest';
import { createSchedule } from '../../../../entrypoints/background/accounts/schedule.ts';

const HOUR = 3_600_000;
const stored: Record<string, unknown> = {};
const alarms = new Map<string, { delayInMinutes?: number; periodInMinutes?: number; when?: number }>();
let now = 0;

function start() {
  return createSchedule({
    storage: {
      get: async () => structuredClone(stored),
      set: async (items) => void Object.assign(stored, structuredClone(items)),
    },
    alarms: {
      get: async (name?: string) => {
        const alarm = alarms.get(name ?? '');
        return alarm === undefined ? undefined : ({ name: name ?? '', scheduledTime: 0, ...alarm } as never);
      },
      create: async (name: unknown, info?: unknown) => void alarms.set(String(name), info as object),
      clear: async (name?: string) => alarms.delete(name ?? ''),
    },
    now: () => now,
    random: () => 0.5,
  });
}

beforeEach(() => {
  for (const key of Object.keys(stored)) delete stored[key];
  alarms.clear();
  now = 1_000_000;
});

test('at first nothing is due, and nobody looks', async () => {
  const schedule = start();
  await schedule.start();
  expect(await schedule.read()).toEqual({ every: 'never', dueAt: null });
  expect(await schedule.takeDue()).toBe(false);
  expect(alarms.size).toBe(0);
});

test('a daily reading is due a day later, once', async () => {
  const schedule = start();
  await schedule.change('daily');
  expect(await schedule.takeDue()).toBe(false);
  now += 24 * HOUR;
  expect(await schedule.takeDue()).toBe(true);
  expect(await schedule.takeDue()).toBe(false);
  now += 24 * HOUR;
  expect(await schedule.takeDue()).toBe(true);
});

test('what was missed for weeks is due once', async () => {
  await start().change('weekly');
  now += 60 * 24 * HOUR;
  const later = start();
  expect(await later.takeDue()).toBe(true);
  expect(await later.takeDue()).toBe(false);
});

test('an alarm that the browser has lost is made again, and one that is there is left alone', async () => {
  await start().change('daily');
  alarms.clear();
  await start().start();
  expect(alarms.get('refresh')).toEqual({ delayInMinutes: 10, periodInMinutes: 30 });
  const kept = alarms.get('refresh');
  await start().start();
  expect(alarms.get('refresh')).toBe(kept);
});

test('who switches it off is left in peace', async () => {
  const schedule = start();
  await schedule.change('daily');
  await schedule.change('never');
  now += 48 * HOUR;
  expect(await schedule.takeDue()).toBe(false);
  expect(alarms.size).toBe(0);
});

test('where a clock was set back by years, a daily reading is due', async () => {
  await start().change('daily');
  now -= 1000 * 24 * HOUR;
  expect(await start().takeDue()).toBe(true);
  expect(await start().takeDue()).toBe(false);
});

test('a schedule whose time is damaged goes on', async () => {
  stored.refresh = { every: 'daily', dueAt: 'soon' };
  expect(await start().takeDue()).toBe(true);
  expect((await start().read()).dueAt).toBe(now + 24 * HOUR);
});

test.each([null, 7, 'daily', {}, { every: 'hourly', dueAt: 0 }, { every: 'never', dueAt: 5 }])(
  '%j in storage has nothing due',
  async (damaged) => {
    stored.refresh = damaged;
    expect(await start().takeDue()).toBe(false);
  },
);
