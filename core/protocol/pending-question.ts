import type { Question } from './look-up.ts';
import { isLeftBehind, type Pending, takenBy } from './pending.ts';

/** A question on its way from where it was asked to the popup or side panel that answers it. */
export interface PendingQuestion extends Question, Pending {}

export const PENDING_KEY = 'pending-question';

/** Reads what is stored under the key; null for what is no question, is for another window, or is old at `now`. */
export function readPending(stored: unknown, windowId: number, now: number): Question | null {
  const pending = takenBy(parse(stored), windowId, now);
  return pending && { asked: pending.asked, linkText: pending.linkText };
}

/** Whether something is stored that nobody will take any more at `now`. */
export function isLeft(stored: unknown, now: number): boolean {
  return isLeftBehind(stored, parse(stored), now);
}

function parse(stored: unknown): PendingQuestion | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { asked, linkText, windowId, time } = stored as Partial<Record<keyof PendingQuestion, unknown>>;
  if (typeof asked !== 'string' || typeof linkText !== 'string' || typeof time !== 'number') return null;
  return typeof windowId === 'number' ? { asked, linkText, windowId, time } : null;
}
