import type { Alarms, Storage } from 'webextension-polyfill';
import type { Schedule } from '../../../core/protocol/accounts.ts';

const KEY = 'refresh';
const LOOKING = 'refresh';
const READING = 'reading';
const HOUR = 3_600_000;
const EVERY: Readonly<Record<Schedule, number | null>> = {
  never: null,
  opening: null,
  daily: 24 * HOUR,
  weekly: 7 * 24 * HOUR,
};
/** Minutes between two looks at whether a reading is due; the first comes 5 to 15 minutes after the alarm is made. */
const LOOKS_EVERY = 30;
const FIRST_LOOK = 5;
const SPREAD = 10;

export interface ScheduleDoors {
  readonly storage: Pick<Storage.StorageArea, 'get' | 'set'>;
  readonly alarms: Pick<Alarms.Static, 'get' | 'create' | 'clear'>;
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

export interface StoredSchedule {
  readonly every: Schedule;
  /** Milliseconds since 1970; null where nothing is due. */
  readonly dueAt: number | null;
}

export type RefreshSchedule = ReturnType<typeof createSchedule>;

/**
 * When feeds are brought up to date by themselves. What is due stands in storage, and alarms only have it looked at:
 * browsers lose alarms when they end or an extension is updated.
 */
export function createSchedule({ storage, alarms, now, random }: ScheduleDoors) {
  const read = async (): Promise<StoredSchedule> => parse((await storage.get(KEY))[KEY]);
  const write = (schedule: StoredSchedule) => storage.set({ [KEY]: schedule });
  const dueAfter = (every: Schedule) => {
    const wait = EVERY[every];
    return wait === null ? null : now() + wait;
  };
  /** An alarm that is made again begins anew, and would never come. */
  const keepLooking = async ({ dueAt }: StoredSchedule) => {
    if (dueAt === null) return void (await alarms.clear(LOOKING));
    if ((await alarms.get(LOOKING)) !== undefined) return;
    alarms.create(LOOKING, { delayInMinutes: FIRST_LOOK + random() * SPREAD, periodInMinutes: LOOKS_EVERY });
  };
  return {
    read,
    async change(every: Schedule): Promise<void> {
      const schedule = { every, dueAt: dueAfter(every) };
      await write(schedule);
      await keepLooking(schedule);
    },
    /** To be called when a session starts, for the browser may have lost the alarm with the last one. */
    start: async (): Promise<void> => keepLooking(await read()),
    /** Whether a reading is due now; it is not due again until its time comes round. */
    async takeDue(): Promise<boolean> {
      const { every, dueAt } = await read();
      // A clock that was set back does not put it off.
      const latest = dueAfter(every) ?? 0;
      if (dueAt === null || (dueAt > now() && dueAt <= latest)) return false;
      await write({ every, dueAt: dueAfter(every) });
      return true;
    },
    /** Has the background woken while something is being read, or tried again later; null where nothing is. */
    async wakeFor(at: number | null): Promise<void> {
      if (at === null) await alarms.clear(READING);
      else alarms.create(READING, { when: Math.max(at, now() + MINUTE), periodInMinutes: 1 });
    },
    isReading: (name: string): boolean => name === READING,
    isLooking: (name: string): boolean => name === LOOKING,
  };
}

const MINUTE = 60_000;

function parse(stored: unknown): StoredSchedule {
  const { every, dueAt } = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const known = (Object.keys(EVERY) as Schedule[]).find((each) => each === every) ?? 'never';
  if (EVERY[known] === null) return { every: known, dueAt: null };
  // Where it is not known when it is due, it is due now.
  return { every: known, dueAt: typeof dueAt === 'number' ? dueAt : 0 };
}
