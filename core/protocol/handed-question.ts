import type { Question } from './look-up.ts';

/** A question on its way from where it was asked to the popup or side panel that answers it, in session storage. */
export interface HandedQuestion extends Question {
  readonly windowId: number;
  /** Milliseconds since 1970. */
  readonly time: number;
}

export const HANDED_KEY = 'handed-question';

/** Milliseconds after which nobody waits for the answer any more. */
export const LONGEST_WAY = 10_000;

/** Reads what is stored under the key; null for what is no question, is for another window, or is old at `now`. */
export function readHanded(stored: unknown, windowId: number, now: number): Question | null {
  const handed = parse(stored);
  if (handed === null || handed.windowId !== windowId || isOld(handed, now)) return null;
  return { asked: handed.asked, linkText: handed.linkText };
}

/** Whether something is stored that nobody will take any more at `now`. */
export function isLeft(stored: unknown, now: number): boolean {
  const handed = parse(stored);
  return stored !== undefined && (handed === null || isOld(handed, now));
}

function parse(stored: unknown): HandedQuestion | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { asked, linkText, windowId, time } = stored as Partial<Record<keyof HandedQuestion, unknown>>;
  if (typeof asked !== 'string' || typeof linkText !== 'string' || typeof time !== 'number') return null;
  return typeof windowId === 'number' ? { asked, linkText, windowId, time } : null;
}

function isOld({ time }: HandedQuestion, now: number): boolean {
  return Math.abs(now - time) >= LONGEST_WAY;
}
