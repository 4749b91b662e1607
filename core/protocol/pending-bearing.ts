import { isLeftBehind, type Pending, takenBy } from './pending.ts';

/** What the reader asked of a page at its context menu, whose time tells one from another, too. */
export interface PendingBearing extends Pending {
  readonly tabId: number;
  /** What is to be evidence; null where the page is to be looked through. */
  readonly selected: string | null;
}

export const PENDING_BEARING_KEY = 'pending-bearing';

/** Reads what is stored under the key; null for what is none, is for another window, or is old at `now`. */
export function readPendingBearing(stored: unknown, windowId: number, now: number): PendingBearing | null {
  return takenBy(parse(stored), windowId, now);
}

/** Whether something is stored that nobody will take any more at `now`. */
export function isBearingLeft(stored: unknown, now: number): boolean {
  return isLeftBehind(stored, parse(stored), now);
}

function parse(stored: unknown): PendingBearing | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { tabId, windowId, selected, time } = stored as Partial<Record<keyof PendingBearing, unknown>>;
  if (typeof tabId !== 'number' || typeof windowId !== 'number' || typeof time !== 'number') return null;
  return selected === null || typeof selected === 'string' ? { tabId, windowId, selected, time } : null;
}
