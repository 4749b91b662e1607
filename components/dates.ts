import { dayOfTime } from '../core/local-day.ts';
import type { IsoDate, PostTime } from '../core/model/ids.ts';
import { keepForms } from './kept-forms.ts';

const dayForm = keepForms(
  () => Intl.DateTimeFormat,
  (Form, language) => new Form(language, { dateStyle: 'medium', timeZone: 'UTC' }),
);
const numberForm = keepForms(
  () => Intl.NumberFormat,
  (Form, language) => new Form(language),
);

/** A day in the form of a language, or of the browser's own where none is given. */
export function showDay(day: IsoDate, language?: string): string {
  return dayForm(language).format(new Date(`${day}T00:00Z`));
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
  return numberForm(language).format(value);
}
