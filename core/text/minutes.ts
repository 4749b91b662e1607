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
  const minutes = minutesOfMoment(moment);
  const isInstant = moment > 2 * minutes;
  return isInstant ? dayOfInstant(minutes) : dayOf(minutes);
}

/**
 * The same for many moments, in half the time: the calendar is asked once for each day at whose ends the reader's clock is as
 * far from UTC.
 */
export function createDayOfMoment(): (moment: number) => number {
  const offsets = new Map<number, number | null>();
  return (moment) => {
    const minutes = minutesOfMoment(moment);
    if (moment === 2 * minutes) return dayOf(minutes);
    const day = dayOf(minutes);
    let offset = offsets.get(day);
    if (offset === undefined) {
      const [start, end] = [day, day + 1].map((each) => offsetAt(each * MINUTES_IN_DAY));
      offset = start === end ? (start ?? null) : null;
      offsets.set(day, offset);
    }
    return offset === null ? dayOfInstant(minutes) : dayOf(minutes - offset);
  };
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
