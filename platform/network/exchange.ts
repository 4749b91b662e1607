import type { Failure } from '../../core/network/failure.ts';
import type { Answer } from '../../core/network/read-answer.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { readBody } from './read-body.ts';

export interface Exchange {
  /** Any answer of the server's that came whole, and what it refused; else why there is none. */
  readonly came: Result<Received, Failure>;
  readonly status: number | null;
  readonly bytes: number;
}

export interface Received extends Answer {
  readonly headers: Headers;
}

export type Send = (address: string, how: RequestInit) => Promise<Response>;

/** Bytes, milliseconds, and what ends it before. */
export interface Bounds {
  readonly limit: number;
  readonly timeLimit: number;
  readonly signal: AbortSignal;
}

/**
 * What goes along is the same for all readers of one browser, also the languages. A redirect is not followed, but told:
 * `error` would look like no network.
 */
const HOW: RequestInit = {
  method: 'GET',
  headers: { accept: 'application/json', 'accept-language': 'en' },
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  redirect: 'manual',
  cache: 'no-store',
};

/** Sends one request, at once, and reads what comes within its bounds. Never rejects. */
export async function exchange(
  send: Send,
  address: string,
  { limit, timeLimit, signal }: Bounds,
  isOffline: () => boolean,
): Promise<Exchange> {
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(timeLimit)]);
  const lost = (): Failure => {
    if (signal.aborted) return { kind: 'cancelled' };
    if (deadline.aborted) return { kind: 'timed-out' };
    return { kind: isOffline() ? 'offline' : 'unreachable' };
  };
  try {
    const response = await send(address, { ...HOW, signal: deadline });
    const { headers, status, ok } = response;
    if (isRedirect(response)) return { came: fail({ kind: 'redirected' }), status: status || null, bytes: 0 };
    const { bytes, text, fault } = await readBody(response, limit);
    if (fault === 'cut' && deadline.aborted) return { came: fail(lost()), status, bytes };
    // What a server refused is known by its status.
    if (fault !== null && ok) return { came: fail(fault === 'cut' ? CUT : { kind: fault, limit }), status, bytes };
    return { came: succeed({ status, contentType: headers.get('content-type'), text, headers }), status, bytes };
  } catch {
    return { came: fail(lost()), status: null, bytes: 0 };
  }
}

const CUT: Failure = { kind: 'unreadable', why: 'cut', until: null };

/** Browsers show nothing of a redirect that is not followed, Node its status. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}
