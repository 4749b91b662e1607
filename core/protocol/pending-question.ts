import type { Question } from './look-up.ts';

/** A question on its way from where it was asked to the popup or side panel that answers it, in session storage. */
export interface PendingQuestion extends Question {
  readonly windowId: number;
  /** Milliseconds since 1970. */
  readonly time: number;
}

export const PENDING_KEY = 'pending-question';

/** Milliseconds after which nobody waits for the answer any more. */
export const PENDING_MAX_AGE_MS = 10_000;

/** Reads what is stored under the key; null for what is no question, is for another window, or is old at `now`. */
export function readPending(stored: unknown, windowId: number, now: number): Question | null {
  const pending = parse(stored);
  if (pending === null || pending.windowId !== windowId || isOld(pending, now)) return null;
  return { asked: pending.asked, linkText: pending.linkText };
}

/** Whether something is stored that nobody will take any more at `now`. */
export function isLeft(stored: unknown, now: number): boolean {
  const pending = parse(stored);
  return stored !== undefined && (pending === null || isOld(pending, now));
}

function parse(stored: unknown): PendingQuestion | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { asked, linkText, windowId, time } = stored as Partial<Record<keyof PendingQuestion, unknown>>;
  if (typeof asked !== 'string' || typeof linkText !== 'string' || typeof time !== 'number') return null;
  return typeof windowId === 'number' ? { asked, linkText, windowId, time } : null;
}

function isOld({ time }: PendingQuestion, now: number): boolean {
  return Math.abs(now - time) >= PENDING_MAX_AGE_MS;
}
