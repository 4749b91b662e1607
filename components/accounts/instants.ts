import { localDay } from '../../core/local-day.ts';
import type { MessageKey } from '../../core/message-key.ts';
import { sayAge } from '../ago.ts';
import { showDay } from '../dates.ts';
import { type Translate, useLanguage, useWords } from '../words.ts';

const DAY = 24 * 60 * 60_000;

/** Days from today that have a name. */
const NEAR: ReadonlyMap<number, MessageKey> = new Map([
  [-1, 'yesterday'],
  [0, 'today'],
  [1, 'tomorrow'],
]);

/** How long ago an instant was, in days where the reader is, as in “today”. */
export function saySince(translate: Translate, language: string | undefined, instant: number, now: number): string {
  // A clock that was set back makes nothing lie ahead.
  return sayAge(translate, language, localDay(Math.min(instant, now)), localDay(now));
}

/** An instant where the reader is, as in “tomorrow at 09:10”; its date where it is further away than a day. */
export function showInstant(instant: number, now: number, translate: Translate, language?: string): string {
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(instant);
  const days = Math.round((Date.parse(localDay(instant)) - Date.parse(localDay(now))) / DAY);
  const near = NEAR.get(days);
  return translate('instant', near === undefined ? showDay(localDay(instant), language) : translate(near), time);
}

/** Shows instants in the words of the page. */
export function useInstant(now: number): (instant: number) => string {
  const translate = useWords();
  const language = useLanguage();
  return (instant) => showInstant(instant, now, translate, language);
}
