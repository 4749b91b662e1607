import type { IsoDate, IsoMinute } from '../core/model.ts';

/** A day in the reader's own form. */
export function showDay(day: IsoDate): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`));
}

/** A minute in the reader's own form, as the feed gives it: it names no zone, so none is applied. */
export function showMinute(minute: IsoMinute): string {
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return format.format(new Date(`${minute}Z`));
}
