import type { IsoDate } from '../model/ids.ts';

const MINUTE = 60_000;
const MINUTES_IN_DAY = 1440;

/** Minutes since 1970; a time without a zone is taken for one in UTC, and what is no time for 0. */
export function minutesOf(time: string): number {
  const milliseconds = Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(time) ? time : `${time}Z`);
  return Number.isFinite(milliseconds) ? Math.floor(milliseconds / MINUTE) : 0;
}

/** Days since 1970. */
export function dayOf(minutes: number): number {
  return Math.floor(minutes / MINUTES_IN_DAY);
}

/** Days since 1970. */
export function readDay(day: IsoDate): number {
  return dayOf(minutesOf(`${day}T00:00`));
}

export function writeDay(day: number): IsoDate {
  return new Date(day * MINUTES_IN_DAY * MINUTE).toISOString().slice(0, 10);
}
