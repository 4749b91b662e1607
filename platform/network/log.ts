import { type LoggedRequest, MAX_LOGGED, parseLog } from '../../core/network/logged-request.ts';
import { changeStored, readStored, watchStored } from '../stored.ts';

const KEY = 'requests';

/** The latest requests, the latest last. */
export const readLog = (): Promise<readonly LoggedRequest[]> => readStored(KEY, parseLog);

export const clearLog = (): Promise<void> => changeStored(KEY, parseLog, () => []);

/** Calls back after each change, until the signal aborts. */
export function watchLog(onChange: (latest: readonly LoggedRequest[]) => void, signal?: AbortSignal): void {
  watchStored(KEY, (after) => onChange(parseLog(after)), signal);
}

/** Notes that a request is sent. */
export function logSent(request: LoggedRequest): Promise<void> {
  return changeStored(KEY, parseLog, (log) => [...log, request].slice(-MAX_LOGGED));
}

/** Notes how the latest request went, unless the reader has cleared the log meanwhile: requests are sent one at a time. */
export function logOutcome(outcome: Pick<LoggedRequest, 'outcome' | 'status' | 'bytes'>): Promise<void> {
  return changeStored(KEY, parseLog, (log) => {
    const latest = log.at(-1);
    return latest?.outcome === 'under-way' ? [...log.slice(0, -1), { ...latest, ...outcome }] : log;
  });
}
