import type { IsoDate } from '../model/ids.ts';

const MINUTE = 60_000;
const MINUTES_IN_DAY = 1440;

/** Milliseconds since 1970; a time without a zone is taken for one in UTC, and what is no time for 0. */
export function millisecondsOf(time: string): number {
  return Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(time) ? time : `${time}Z`) || 0;
}

/** Minutes since 1970, read as milliseconds are. */
export function minutesOf(time: string): number {
  return Math.floor(millisecondsOf(time) / MINUTE);
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
