import type { IsoDate, PostTime } from '../model/ids.ts';
import type { MonthCount } from '../protocol/library-page.ts';

/** How many posts each month has, the oldest first; months without any are left out. */
export function countMonths(times: readonly PostTime[]): MonthCount[] {
  const counts = new Map<string, number>();
  for (const time of times) {
    const month = time.slice(0, 'YYYY-MM'.length);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return Array.from(counts, ([month, posts]) => ({ month, posts })).sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** The day of the newest post, as its source says it; null where there is none. */
export function newestDay(times: readonly PostTime[]): IsoDate | null {
  let newest = '';
  for (const time of times) if (time > newest) newest = time;
  return newest === '' ? null : newest.slice(0, 'YYYY-MM-DD'.length);
}
