import { hasShape, isNumber } from './shape.ts';

/** A time in which the library was open; milliseconds since 1970. */
export interface Visit {
  /** When the visit before ended: what came later is new. */
  readonly since: number;
  /** When the library was last seen to be open. */
  readonly seenAt: number;
}

/** Milliseconds: who comes back within them has not been away. */
const AWAY = 30 * 60_000;

/** A visit as it goes on, or a new one; the first finds nothing new. */
export function nextVisit(before: Visit | null, now: number): Visit {
  if (before === null) return { since: now, seenAt: now };
  return { since: now - before.seenAt < AWAY ? before.since : before.seenAt, seenAt: now };
}

const isVisit = hasShape<Visit>({ since: isNumber, seenAt: isNumber });

/** Reads what was stored, of any age or shape. */
export function parseVisit(stored: unknown): Visit | null {
  return isVisit(stored) ? (stored as Visit) : null;
}
