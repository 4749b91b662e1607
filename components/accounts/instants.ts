import { localDay } from '../../core/local-day.ts';
import { showAge, showDay } from '../dates.ts';
import { type Translate, useLanguage, useWords } from '../words.ts';

const DAY = 24 * 60 * 60_000;

/** How long ago an instant was, in days where the reader is, as in “today”. */
export function showSince(instant: number, now: number, language?: string): string {
  // A clock that was set back makes nothing lie ahead.
  return showAge(localDay(Math.min(instant, now)), localDay(now), language);
}

/** An instant where the reader is, as in “tomorrow at 09:10”; its date where it is further away than a day. */
export function showInstant(instant: number, now: number, translate: Translate, language?: string): string {
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(instant);
  const days = Math.round((Date.parse(localDay(instant)) - Date.parse(localDay(now))) / DAY);
  const isNear = Math.abs(days) <= 1;
  const day = isNear
    ? new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day')
    : showDay(localDay(instant), language);
  return translate('instant', day, time);
}

/** Shows instants in the words of the page. */
export function useInstant(now: number): (instant: number) => string {
  const translate = useWords();
  const language = useLanguage();
  return (instant) => showInstant(instant, now, translate, language);
}
