import { seeLibrary } from '../../platform/visit.ts';

/** Milliseconds after which it is noted again that the library is open. */
const LOOK = 60_000;

/** Begins a visit, or goes on with it, and tells when the one before ended: the same in all windows, as long as it lasts. */
export async function beginVisit(now: () => number): Promise<number> {
  // Without storage nothing is new.
  const begun = await seeLibrary(now).catch(now);
  setInterval(() => {
    if (document.visibilityState === 'visible') void seeLibrary(now).catch(() => null);
  }, LOOK);
  return begun;
}
