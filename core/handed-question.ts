import type { Question } from './looked-up.ts';

/** A question on its way from where it was asked to the popup or side panel that answers it, in session storage. */
export interface HandedQuestion extends Question {
  readonly windowId: number;
  /** Milliseconds since 1970. */
  readonly time: number;
}

export const HANDED_KEY = 'handed-question';

/** Milliseconds after which nobody waits for the answer any more. */
const LONGEST_WAY = 10_000;

/** Reads what is stored under the key; null for what is no question, is for another window, or is old at `now`. */
export function readHanded(stored: unknown, windowId: number, now: number): Question | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { asked, linkText, windowId: to, time } = stored as Partial<Record<keyof HandedQuestion, unknown>>;
  if (typeof asked !== 'string' || typeof linkText !== 'string' || typeof time !== 'number') return null;
  return to === windowId && Math.abs(now - time) < LONGEST_WAY ? { asked, linkText } : null;
}
