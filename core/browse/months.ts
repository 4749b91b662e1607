import type { MonthCount, PublicationLine } from '../protocol/library-page.ts';
import { createDayOfMoment, dayOfMoment, writeDay } from '../text/minutes.ts';

/** How many posts of these moments each month has, the oldest first; months without any are left out. */
function countMonths(moments: readonly number[]): MonthCount[] {
  const dayOf = createDayOfMoment();
  const days = Map.groupBy(moments, dayOf);
  const counts = new Map<string, number>();
  for (const [day, { length }] of days) {
    const month = writeDay(day).slice(0, 'YYYY-MM'.length);
    counts.set(month, (counts.get(month) ?? 0) + length);
  }
  return Array.from(counts, ([month, posts]) => ({ month, posts })).sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** The newest of some moments; null of none. */
export function newestOf(moments: readonly number[]): number | null {
  return moments.reduce<number | null>((newest, each) => (newest === null || each > newest ? each : newest), null);
}

/** How much was said at some moments, and on which days of the reader's. */
export function saidAt(moments: readonly number[]): Pick<PublicationLine, 'posts' | 'newest' | 'months'> {
  const newest = newestOf(moments);
  return {
    posts: moments.length,
    newest: newest === null ? null : writeDay(dayOfMoment(newest)),
    months: countMonths(moments),
  };
}
