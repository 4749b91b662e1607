import type { IsoDate } from '../core/model/ids.ts';
import { sayCount } from './counts.ts';
import type { Translate } from './words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** From so many months on these are said, and years. */
const LEAST_MONTHS = 2;
const LEAST_YEARS = 2;
const YEAR = 12;

/** How long ago a day was, as in “12 months ago”. In our words, for browsers have none in some languages. */
export function sayAge(translate: Translate, language: string | undefined, day: IsoDate, today: IsoDate): string {
  const days = Math.round((Date.parse(today) - Date.parse(day)) / DAY);
  if (days <= 0) return translate('today');
  if (days === 1) return translate('yesterday');
  const months = monthsBetween(day, today);
  if (months >= LEAST_YEARS * YEAR) return sayCount(translate, language, 'years_ago', Math.floor(months / YEAR));
  if (months >= LEAST_MONTHS) return sayCount(translate, language, 'months_ago', months);
  return sayCount(translate, language, 'days_ago', days);
}

/** Whole months by the calendar; one ends on the last day of a month that has no day of that number. */
function monthsBetween(day: IsoDate, today: IsoDate): number {
  const [from, to] = [new Date(day), new Date(today)];
  const months = YEAR * (to.getUTCFullYear() - from.getUTCFullYear()) + to.getUTCMonth() - from.getUTCMonth();
  const isLastDay = new Date(to.getTime() + DAY).getUTCDate() === 1;
  return to.getUTCDate() < from.getUTCDate() && !isLastDay ? months - 1 : months;
}

/** How long ago an instant was, in minutes or whole hours, as in “3 hours ago” or “this minute”; both are milliseconds since 1970. */
export function sayAgo(translate: Translate, language: string | undefined, instant: number, now: number): string {
  // A clock that was set back makes nothing lie ahead.
  const passed = Math.max(0, now - instant);
  if (passed < MINUTE) return translate('this_minute');
  return passed < HOUR
    ? sayCount(translate, language, 'minutes_ago', Math.floor(passed / MINUTE))
    : sayCount(translate, language, 'hours_ago', Math.floor(passed / HOUR));
}
