const DAY = 24 * 3_600_000;
/** Of these the year has four figures wherever a reader is. */
const FIRST = Date.parse('0000-01-01T00:00:00.000Z') + DAY;
const LAST = Date.parse('9999-12-31T23:59:59.999Z') - DAY;

/** Whether a number can be a time, in milliseconds since 1970: of any other, no day can be told. */
export function isRealTime(value: unknown): value is number {
  return typeof value === 'number' && value >= FIRST && value <= LAST;
}

/** Whether a text is a day that there is, as `YYYY-MM-DD`. */
export function isRealDay(value: unknown): value is string {
  return typeof value === 'string' && isRealInstant(`${value}T00:00:00.000Z`);
}

/** Whether a text is a post's time, in one of the two forms of `PostTime`. */
export function isRealPostTime(value: unknown): value is string {
  return typeof value === 'string' && (isRealInstant(value) || isRealInstant(`${value}:00.000Z`));
}

/** `Date` takes many texts for an instant, and days that no month has; it writes each in one form. */
function isRealInstant(text: string): boolean {
  const time = /^\d{4}-/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}
