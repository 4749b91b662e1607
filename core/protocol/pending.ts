/** What the reader asked in one place, on its way to the pane of a window that answers it, in session storage. */
export interface Pending {
  readonly windowId: number;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** Milliseconds after which nobody waits for the answer any more. */
export const PENDING_MAX_AGE_MS = 10_000;

/** What was read from storage; null where that is none, is for another window, or is old at `now`. */
export function takenBy<Kind extends Pending>(pending: Kind | null, windowId: number, now: number): Kind | null {
  return pending === null || pending.windowId !== windowId || isOld(pending, now) ? null : pending;
}

/** Whether something is stored, which was read as `pending`, that nobody will take any more at `now`. */
export function isLeftBehind(stored: unknown, pending: Pending | null, now: number): boolean {
  return stored !== undefined && (pending === null || isOld(pending, now));
}

function isOld({ time }: Pending, now: number): boolean {
  return Math.abs(now - time) >= PENDING_MAX_AGE_MS;
}
