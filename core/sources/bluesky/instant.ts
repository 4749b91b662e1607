import type { PostTime } from '../../model/ids.ts';

const WRITTEN =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,20}))?)?\s?(?:[Zz]|([+-])(\d\d):?(\d\d)?)?$/;
/** What Date takes for years of the last century. */
const FIRST_YEAR = 100;

/**
 * An instant as a record has it, with any offset and any precision; without an offset it is taken for one in UTC, as
 * Bluesky does. Null for what is none.
 */
export function readInstant(value: unknown): PostTime | null {
  const [, year, month, day, hour, minute, second = '0', fraction = '', sign, hours = '0', minutes = '0'] =
    typeof value === 'string' && value.length <= 64 ? (WRITTEN.exec(value) ?? []) : [];
  const date = [Number(year), Number(month) - 1, Number(day)] as const;
  const time = [Number(hour), Number(minute), Number(second)] as const;
  if (!isDay(...date) || time[0] > 23 || time[1] > 59 || time[2] > 59 || Number(minutes) > 59) return null;
  const local = Date.UTC(...date, ...time, Number(fraction.padEnd(3, '0').slice(0, 3)));
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  const instant = new Date(sign === '-' ? local + offset : local - offset).toISOString();
  // Years below 0 and above 9999 are written with more letters.
  return instant.length === 24 ? instant : null;
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month, day));
  return year >= FIRST_YEAR && date.getUTCMonth() === month && date.getUTCDate() === day;
}
