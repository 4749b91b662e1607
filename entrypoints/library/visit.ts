import { hasShape, isNumber } from '../../core/shape.ts';
import { changeStored } from '../../platform/stored.ts';

/** Milliseconds since 1970. */
interface Visit {
  /** When the visit before ended: what came later is new. */
  readonly since: number;
  /** When the library was last seen to be open. */
  readonly seenAt: number;
}

const KEY = 'library-visit';
/** Milliseconds: who comes back within them has not been away. */
const AWAY = 30 * 60_000;
const LOOK = 60_000;

/** When the last visit ended, for as long as this one lasts, in all windows; the first visit finds nothing new. */
export async function beginVisit(now: () => number): Promise<number> {
  let since = now();
  const see = () =>
    changeStored(KEY, parseVisit, (before) => {
      const visit = nextVisit(before, now());
      since = visit.since;
      return visit;
    });
  // Without storage nothing is new.
  await see().catch(() => null);
  const begun = since;
  setInterval(() => {
    if (document.visibilityState === 'visible') void see().catch(() => null);
  }, LOOK);
  return begun;
}

/** A visit as it goes on, or a new one. */
export function nextVisit(before: Visit | null, now: number): Visit {
  if (before === null) return { since: now, seenAt: now };
  return { since: now - before.seenAt < AWAY ? before.since : before.seenAt, seenAt: now };
}

const isVisit = hasShape<Visit>({ since: isNumber, seenAt: isNumber });

export function parseVisit(stored: unknown): Visit | null {
  return isVisit(stored) ? (stored as Visit) : null;
}
