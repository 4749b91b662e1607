import { seeLibrary } from '../../platform/visit.ts';

/** Milliseconds after which it is noted again that the library is open. */
const LOOK = 60_000;

/**
 * Begins a visit, or goes on with it, and tells when the one before ended: the same in all windows, as long as it lasts. Where
 * the page is looked at again after long, that is another visit, and `onNext` is told the same of it.
 */
export async function beginVisit(now: () => number, onNext: (since: number) => void): Promise<number> {
  // Without storage nothing is new.
  let begun = await seeLibrary(now).catch(now);
  const see = async () => {
    if (document.visibilityState !== 'visible') return;
    const since = await seeLibrary(now).catch(() => begun);
    if (since === begun) return;
    begun = since;
    onNext(since);
  };
  setInterval(see, LOOK);
  document.addEventListener('visibilitychange', see);
  return begun;
}
