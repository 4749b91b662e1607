/** How long a host is left alone after it failed. Instants are milliseconds since 1970. */
export interface Pause {
  /** How often it failed in a row. */
  readonly failures: number;
  readonly until: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LONGEST_BACK_OFF = 6 * HOUR;
/** No server's word is taken for longer. */
const LONGEST_OBEYED = 24 * HOUR;
/** From here on the reader is told that asking is paused. */
const PAUSED_AFTER = 3;

/** RFC 9110, 10.2.3, of whose dates servers send only this form. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/;
const SECONDS = /^\d{1,10}$/;
/** As seconds from now this is 31 years: `RateLimit-Reset` is an instant in what atproto's servers send. */
const FIRST_INSTANT = 1e9;

/**
 * The next pause of a host that failed now. `askedFor` is the instant that its server names, which is obeyed; if it fails
 * again, and where it names none, the pause is a minute and twice as long each time, up to six hours.
 */
export function nextPause(before: Pause | null, now: number, askedFor: number | null): Pause {
  const failures = (before?.failures ?? 0) + 1;
  const doublings = failures - (askedFor === null ? 1 : 2);
  const backOff = doublings < 0 ? 0 : Math.min(LONGEST_BACK_OFF, MINUTE * 2 ** doublings);
  return { failures, until: Math.max(now + backOff, askedFor ?? 0) };
}

/** Whether a host need not be left alone any more. */
export function isOver({ until }: Pause, now: number): boolean {
  return hasCome(until, now);
}

/** Whether the end of some waiting has come; a clock that was set back does not prolong it beyond a day. */
export function hasCome(until: number, now: number): boolean {
  return until <= now || until > now + LONGEST_OBEYED;
}

export function isLong({ failures }: Pause): boolean {
  return failures >= PAUSED_AFTER;
}

/** When a server wants to be asked again, a day from now at most; null where it does not say, or names the past. */
export function readRetryAfter(headers: Pick<Headers, 'get'>, now: number): number | null {
  const instant = readWait(headers.get('retry-after'), now) ?? readReset(headers.get('ratelimit-reset'), now);
  return instant === null || instant <= now ? null : Math.min(instant, now + LONGEST_OBEYED);
}

function readWait(value: string | null, now: number): number | null {
  if (value === null) return null;
  if (HTTP_DATE.test(value)) return Date.parse(value) || null;
  return SECONDS.test(value) ? now + Number(value) * 1000 : null;
}

function readReset(value: string | null, now: number): number | null {
  if (value === null || !SECONDS.test(value)) return null;
  return Number(value) < FIRST_INSTANT ? now + Number(value) * 1000 : Number(value) * 1000;
}
