import { nextVisit, parseVisit } from '../../core/visit.ts';
import { changeStored } from '../../platform/stored.ts';

const KEY = 'library-visit';
/** Milliseconds after which it is noted again that the library is open. */
const LOOK = 60_000;

/** Begins a visit, or goes on with it, and tells when the one before ended: the same in all windows, as long as it lasts. */
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
