import { nextVisit, parseVisit } from '../core/visit.ts';
import { changeStored, readStored } from './stored.ts';

const KEY = 'library-visit';

/** Notes that the library is open, and tells when the visit before ended, in milliseconds since 1970. Rejects without storage. */
export async function seeLibrary(now: () => number): Promise<number> {
  let since = now();
  await changeStored(KEY, parseVisit, (before) => {
    const visit = nextVisit(before, now());
    since = visit.since;
    return visit;
  });
  return since;
}

/** What the library would call new if it were opened now: what came since, in milliseconds since 1970. */
export async function newSince(now: () => number): Promise<number> {
  // Without storage nothing is new.
  const before = await readStored(KEY, parseVisit).catch(() => null);
  return nextVisit(before, now()).since;
}
