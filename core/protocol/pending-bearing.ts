/** What the reader asked of a page at its context menu, on its way to the pane that answers it, in session storage. */
export interface PendingBearing {
  readonly tabId: number;
  readonly windowId: number;
  /** What is to be evidence; null where the page is to be looked through. */
  readonly selected: string | null;
  /** Milliseconds since 1970; tells one from another, too. */
  readonly time: number;
}

export const PENDING_BEARING_KEY = 'pending-bearing';

/** Milliseconds after which nobody waits for it any more. */
const MAX_AGE_MS = 10_000;

/** Reads what is stored under the key; null for what is none, is for another window, or is old at `now`. */
export function readPendingBearing(stored: unknown, windowId: number, now: number): PendingBearing | null {
  const pending = parse(stored);
  return pending === null || pending.windowId !== windowId || isOld(pending, now) ? null : pending;
}

/** Whether something is stored that nobody will take any more at `now`. */
export function isBearingLeft(stored: unknown, now: number): boolean {
  const pending = parse(stored);
  return stored !== undefined && (pending === null || isOld(pending, now));
}

function parse(stored: unknown): PendingBearing | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { tabId, windowId, selected, time } = stored as Partial<Record<keyof PendingBearing, unknown>>;
  if (typeof tabId !== 'number' || typeof windowId !== 'number' || typeof time !== 'number') return null;
  return selected === null || typeof selected === 'string' ? { tabId, windowId, selected, time } : null;
}

function isOld({ time }: PendingBearing, now: number): boolean {
  return Math.abs(now - time) >= MAX_AGE_MS;
}
