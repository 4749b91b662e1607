import type { Consent } from '../../core/network/consent.ts';
import type { Failure } from '../../core/network/failure.ts';
import { type LoggedRequest, whatOf } from '../../core/network/logged-request.ts';
import { isOver, nextPause, type Pause, readRetryAfter } from '../../core/network/pause.ts';
import type { Purpose } from '../../core/network/purpose.ts';
import { asksForPause, limitedBy, readAnswer } from '../../core/network/read-answer.ts';
import type { Services } from '../../core/network/services.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { exchange, type Received, type Send } from './exchange.ts';
import type { HostValues } from './hosts.ts';

/** What is asked of the network, and what for. */
export interface Asked {
  readonly service: keyof Services;
  /** The path at the service, with its query. */
  readonly path: `/${string}`;
  readonly purpose: Purpose;
  /** Ends it, before it is sent or while it goes on. */
  readonly signal?: AbortSignal;
  /** The most bytes that are read of the answer, unpacked; 8 MB unless it is said. */
  readonly limit?: number;
  /** Whether it is only tried: a host that may not know what is asked is not left alone for how it answers. */
  readonly isProbe?: boolean;
}

/** The only way to the network. */
export interface Requests {
  /**
   * Asks once, in turn with all other requests of the extension, and gives the JSON object that is answered: untrusted. Rejects
   * only where the browser's storage fails.
   */
  ask(asked: Asked): Promise<Result<unknown, Failure>>;
}

/** What asking the network needs of the browser. Instants are milliseconds since 1970. */
export interface Doors {
  readonly fetch?: Send;
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly isOffline: () => boolean;
  readonly readConsent: () => Promise<Consent>;
  /** Calls back after each change of it, until the signal aborts. */
  readonly watchConsent: (onChange: (after: Consent) => void, signal: AbortSignal) => void;
  /** Whether the browser would send a request to an origin without a name of this installation. */
  readonly isUnnamed: (origin: string) => Promise<boolean>;
  readonly log: {
    readonly sent: (request: LoggedRequest) => Promise<void>;
    readonly outcome: (outcome: Pick<LoggedRequest, 'outcome' | 'status' | 'bytes'>) => Promise<void>;
  };
  readonly pauses: HostValues<Pause>;
  readonly lastRequests: HostValues<number>;
  /** Acts when no other context of the extension does; rejects when the signal aborts before. */
  readonly inTurn: <Value>(act: () => Promise<Value>, signal: AbortSignal) => Promise<Value>;
  /** Milliseconds after which a request is given up; 20 seconds unless it is said. */
  readonly timeLimit?: number;
}

interface Target {
  readonly address: string;
  readonly host: string;
}

/** Milliseconds between the end of a request and the start of the next one to the same host. */
const GAP = 250;
const TIME_LIMIT = 20_000;
const SIZE_LIMIT = 8_000_000;

export function createRequests(doors: Doors): Requests {
  const { log, pauses, lastRequests, now, timeLimit = TIME_LIMIT } = doors;
  const send: Send = doors.fetch ?? ((address, how) => fetch(address, how));

  async function ask(asked: Asked): Promise<Result<unknown, Failure>> {
    const { signal = new AbortController().signal, limit = SIZE_LIMIT } = asked;
    const refused = await admit(asked);
    if (!refused.ok) return refused;
    try {
      return await doors.inTurn(() => askInTurn(asked, limit, signal), signal);
    } catch (error) {
      if (signal.aborted) return fail({ kind: 'cancelled' });
      throw error;
    }
  }

  async function askInTurn(asked: Asked, limit: number, signal: AbortSignal): Promise<Result<unknown, Failure>> {
    const admitted = await admit(asked);
    if (!admitted.ok) return admitted;
    await rest(admitted.value.host);
    if (!(await doors.isUnnamed(new URL(admitted.value.address).origin)))
      return fail({ kind: 'withheld', host: admitted.value.host });
    // From here to the request nothing is waited for.
    const target = await allow(asked);
    if (!target.ok) return target;
    if (signal.aborted) return fail({ kind: 'cancelled' });
    const { address, host } = target.value;
    const sent = { host, what: whatOf(asked.path), purpose: asked.purpose, at: now() };
    const takenBack = watchTakenBack(asked.purpose);
    const [{ came, status, bytes }] = await Promise.all([
      exchange(
        send,
        address,
        { limit, timeLimit, signal: AbortSignal.any([signal, takenBack.signal]) },
        doors.isOffline,
      ),
      log.sent({ ...sent, outcome: 'under-way', status: null, bytes: 0 }),
      lastRequests.keep(host, sent.at),
    ]);
    takenBack.end();
    await lastRequests.keep(host, now());
    const result = takenBack.signal.aborted
      ? fail<Failure>({ kind: 'not-allowed', purpose: asked.purpose })
      : came.ok
        ? await judge(host, came.value, asked.isProbe === true)
        : came;
    await log.outcome({ outcome: result.ok ? 'answered' : result.error.kind, status, bytes });
    return result;
  }

  /** A signal that aborts when the reader takes back what a request is for, until it is ended. */
  function watchTakenBack(purpose: Purpose): { readonly signal: AbortSignal; readonly end: () => void } {
    const [over, back] = [new AbortController(), new AbortController()];
    doors.watchConsent(({ on }) => {
      if (!on[purpose]) back.abort();
    }, over.signal);
    return { signal: back.signal, end: () => over.abort() };
  }

  /** Whether the reader lets this be asked, and of whom. */
  async function allow({ service, path, purpose }: Asked): Promise<Result<Target, Failure>> {
    const { on, services } = await doors.readConsent();
    if (!on[purpose]) return fail({ kind: 'not-allowed', purpose });
    return succeed({ address: services[service] + path, host: new URL(services[service]).host });
  }

  /** The same, and whether the host is left alone after it failed. */
  async function admit(asked: Asked): Promise<Result<Target, Failure>> {
    const target = await allow(asked);
    if (!target.ok) return target;
    const pause = await pauses.read(target.value.host);
    return pause === null || isOver(pause, now()) ? target : fail(limitedBy(pause));
  }

  async function rest(host: string): Promise<void> {
    const last = await lastRequests.read(host);
    // A clock that was set back does not make it longer.
    const left = last === null ? 0 : Math.min(GAP, last + GAP - now());
    if (left > 0) await doors.wait(left);
  }

  /** Reads an answer, and has its host left alone where the answer says so. What is no answer at all changes nothing. */
  async function judge(host: string, answer: Received, isProbe: boolean): Promise<Result<unknown, Failure>> {
    if (isProbe) return readAnswer(answer, null);
    const before = await pauses.read(host);
    const pause = asksForPause(answer) ? nextPause(before, now(), readRetryAfter(answer.headers, now())) : null;
    const read = readAnswer(answer, pause);
    if (pause !== null) await pauses.keep(host, pause);
    else if (before !== null && (read.ok || read.error.kind === 'status')) await pauses.keep(host, null);
    return read;
  }

  return { ask };
}
