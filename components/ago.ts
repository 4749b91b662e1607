import type { IsoDate } from '../core/model/ids.ts';
import { sayCount } from './counts.ts';
import type { Translate } from './words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Days of a unit, and from how many on it is used. */
const UNITS = [
  ['years_ago', 365.25, 730],
  ['months_ago', 30.44, 60],
  ['days_ago', 1, 0],
] as const;

/** How long ago a day was, as in “12 months ago”. In our words, for browsers have none in some languages. */
export function sayAge(translate: Translate, language: string | undefined, day: IsoDate, today: IsoDate): string {
  const days = Math.round((Date.parse(today) - Date.parse(day)) / DAY);
  if (days <= 0) return translate('today');
  if (days === 1) return translate('yesterday');
  const [unit, length] = UNITS.find(([, , from]) => days >= from) ?? ['days_ago', 1];
  return sayCount(translate, language, unit, Math.floor(days / length));
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
