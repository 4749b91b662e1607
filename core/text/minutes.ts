import type { IsoDate, PostTime } from '../model/ids.ts';

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

/** Of the year 4011: so much has room in 32 bits, twice. Who says that it is later has a wrong clock. */
const LAST_MINUTE = 2 ** 30 - 1;

/** A time as one number of 32 bits, which sorts as the time does: its minutes, and whether they are of an instant. */
export function momentOf(time: PostTime): number {
  return 2 * Math.min(minutesOf(time), LAST_MINUTE) + Number(/Z$/.test(time));
}

export function minutesOfMoment(moment: number): number {
  return Math.floor(moment / 2);
}

/** The day since 1970 that a moment has for its reader: of an instant where the reader is, else as its source says it. */
export function dayOfMoment(moment: number): number {
  return dayAt(moment, offsetAt);
}

/**
 * The same for many moments, in half the time: the calendar is asked once for each day at whose ends the reader's clock is as
 * far from UTC.
 */
export function createDayOfMoment(): (moment: number) => number {
  const offsets = new Map<number, number | null>();
  const offsetOf = (minutes: number) => {
    const day = dayOf(minutes);
    if (!offsets.has(day)) {
      const offset = offsetAt(day * MINUTES_IN_DAY);
      offsets.set(day, offset === offsetAt((day + 1) * MINUTES_IN_DAY) ? offset : null);
    }
    return offsets.get(day) ?? offsetAt(minutes);
  };
  return (moment) => dayAt(moment, offsetOf);
}

function dayAt(moment: number, offsetOf: (minutes: number) => number): number {
  const minutes = minutesOfMoment(moment);
  const isInstant = moment > 2 * minutes;
  return dayOf(isInstant ? minutes - offsetOf(minutes) : minutes);
}

/** The day since 1970, where the reader is, of an instant in minutes. */
export function dayOfInstant(minutes: number): number {
  return dayOf(minutes - offsetAt(minutes));
}

/** Minutes by which the reader's clock is behind UTC. */
function offsetAt(minutes: number): number {
  return new Date(minutes * MINUTE).getTimezoneOffset();
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
