import type { IsoDate, PostTime } from './model/ids.ts';
import { dayOfMoment, momentOf, writeDay } from './text/minutes.ts';

/** The day that a post's time has for its reader, wherever it is shown, counted or asked for. */
export function dayOfTime(time: PostTime): IsoDate {
  return writeDay(dayOfMoment(momentOf(time)));
}

/** The day of a time, in milliseconds since 1970, where the reader is. */
export function localDay(time: number): IsoDate {
  const at = new Date(time);
  const parts = [at.getFullYear(), at.getMonth() + 1, at.getDate()];
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}
