import { type Check, hasShape, isNullOr, isNumber, isOneOf, isText, isTime } from '../shape.ts';
import type { Failure } from './failure.ts';
import type { Purpose } from './purpose.ts';

/** A request as the reader is told of it. It holds nobody's name, for it outlives what the reader removes. */
export interface LoggedRequest {
  readonly host: string;
  /** The method that was called, as `app.bsky.feed.getAuthorFeed`, or the path where there is none. */
  readonly what: string;
  readonly purpose: Purpose;
  /** Milliseconds since 1970 when it was sent. */
  readonly at: number;
  /** How it went. `under-way`: it goes on, or the browser stopped the extension in the middle of it. */
  readonly outcome: 'under-way' | 'answered' | Failure['kind'];
  /** The status that the server answered with; null where it did not. */
  readonly status: number | null;
  /** How much came, without headers and as it is when it was unpacked. */
  readonly bytes: number;
}

/** How many of the latest are kept. */
export const MAX_LOGGED = 200;

const OUTCOMES: Readonly<Record<LoggedRequest['outcome'], true>> = {
  'under-way': true,
  answered: true,
  'not-allowed': true,
  withheld: true,
  cancelled: true,
  offline: true,
  unreachable: true,
  'timed-out': true,
  redirected: true,
  'too-large': true,
  unreadable: true,
  status: true,
  limited: true,
};

const isLogged: Check = hasShape<LoggedRequest>({
  host: isText,
  what: isText,
  purpose: isOneOf('refresh', 'accounts', 'ask'),
  at: isTime,
  outcome: isOneOf(...Object.keys(OUTCOMES)),
  status: isNullOr(isNumber),
  bytes: isNumber,
});

/** The log as it is stored, the latest request last; what is damaged is left out. */
export function parseLog(stored: unknown): readonly LoggedRequest[] {
  return Array.isArray(stored) ? stored.filter(isLogged).slice(-MAX_LOGGED) : [];
}

/** What a path is logged as: without what was asked for in its query, and without DIDs. */
export function whatOf(path: string): string {
  const [bare = ''] = path.split(/[?#]/, 1);
  return bare.replace(/^\/xrpc\//, '').replace(/did(?::|%3A)[^/]+/gi, 'did');
}
