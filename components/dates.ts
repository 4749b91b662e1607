import { dayOfTime } from '../core/local-day.ts';
import type { IsoDate, PostTime } from '../core/model/ids.ts';

/** A day in the form of a language, or of the browser's own where none is given. */
export function showDay(day: IsoDate, language?: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`));
}

/** A month, `YYYY-MM`, in the form of a language, with its year or alone. */
export function showMonth(month: string, language?: string, how: 'with year' | 'alone' = 'with year'): string {
  const year = how === 'alone' ? {} : ({ year: 'numeric' } as const);
  const form = new Intl.DateTimeFormat(language, { month: 'long', ...year, timeZone: 'UTC' });
  return form.format(new Date(`${month}-01T00:00Z`));
}

/** The minute of a time in the form of a language: an instant where the reader is, else as the feed gives it, without a zone. */
export function showMinute(time: PostTime, language?: string): string {
  const isInstant = time.endsWith('Z');
  const zone = isInstant ? {} : { timeZone: 'UTC' };
  const form = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', ...zone });
  return form.format(new Date(isInstant ? time : `${time}Z`));
}

/** The day of a time, as `showMinute` has it. */
export function showDayOf(time: PostTime, language?: string): string {
  return showDay(dayOfTime(time), language);
}

export function showNumber(value: number, language?: string): string {
  return new Intl.NumberFormat(language).format(value);
}
