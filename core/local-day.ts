import type { IsoDate } from './model/ids.ts';

/** The day of a time, in milliseconds since 1970, where the reader is. */
export function localDay(time: number): IsoDate {
  const at = new Date(time);
  const parts = [at.getFullYear(), at.getMonth() + 1, at.getDate()];
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}
