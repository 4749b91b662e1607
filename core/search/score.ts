import { dayOf } from '../text/minutes.ts';
import { NEVER } from './columns.ts';
import type { LibraryColumns } from './library-columns.ts';
import type { AllMatched } from './match.ts';
import type { Kind } from './searched.ts';

/** How much nearer a text is that holds nothing but what was asked. */
const CLOSENESS = 0.5;
/** What the newest documents gain, and the days in which that halves. */
const RECENCY = 0.1;
const HALF_LIFE = 730;

/** How near each document is to what was asked; the newest post of all is as new as can be. */
export function createScore(
  library: LibraryColumns,
  matched: AllMatched,
  units: number,
): (kind: Kind, first: number) => number {
  let last = NEVER;
  for (const minutes of library.posts.minutes) if (minutes > last) last = minutes;
  const newest = dayOf(last);
  return (kind, first) => {
    const { minutes, lengths } = library[kind];
    const closeness = CLOSENESS * Math.min(1, units / Math.max(1, lengths[first] ?? 0));
    const at = minutes[first] ?? NEVER;
    const recency = at === NEVER ? 0 : RECENCY * 2 ** ((dayOf(at) - newest) / HALF_LIFE);
    return (matched[kind].worth[first] ?? 0) * (1 + closeness) * (1 + recency);
  };
}
