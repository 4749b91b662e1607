import type { IsoDate } from '../model.ts';

/** A day of the calendar from its digits, or null where there is no such day (31.02., month 13). */
export function readDate(year = '', month = '', day = ''): IsoDate | null {
  const iso = `${year}-${month}-${day}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}
