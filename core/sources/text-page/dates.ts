import type { IsoDate } from '../../model/ids.ts';

/** A day of the calendar from its digits, or null where there is no such day (31.02., month 13). */
export function readDate(year = '', month = '', day = ''): IsoDate | null {
  const lastDay = daysIn(Number(year), Number(month));
  return Number(day) >= 1 && Number(day) <= lastDay ? `${year}-${month}-${day}` : null;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
