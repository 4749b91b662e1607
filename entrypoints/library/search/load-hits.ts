import { keyOfHit } from '../../../components/library/hits.ts';
import type { LibraryPageRequests } from '../../../core/protocol/library-page.ts';
import { HITS_IN_PART, type SearchAnswer, type SearchRequest } from '../../../core/protocol/search.ts';
import type { Ask } from '../../../core/protocol/wire.ts';

/** So many hits are shown at most: who wants more wants another search. */
export const MOST_HITS = 5000;

/** As many hits as are wanted, in as many parts as that takes, or all that there are. */
export async function loadHits(
  ask: Ask<LibraryPageRequests>,
  request: SearchRequest,
  wanted: number,
): Promise<SearchAnswer> {
  let answer = await ask('search', request);
  while (answer.hits.length < wanted && isMoreThan(answer)) {
    const joined = await loadMoreHits(ask, request, answer);
    if (joined.hits.length === answer.hits.length) break;
    answer = joined;
  }
  return answer;
}

/** What is held, and a whole part after it. */
export async function loadMoreHits(
  ask: Ask<LibraryPageRequests>,
  request: SearchRequest,
  held: SearchAnswer,
): Promise<SearchAnswer> {
  const more = await ask('search', {
    ...request,
    from: null,
    start: held.start + held.hits.length,
    most: HITS_IN_PART,
  });
  // Where the library has changed meanwhile, some may come a second time.
  const known = new Set(held.hits.map(keyOfHit));
  const hits = [...held.hits, ...more.hits.filter((hit) => !known.has(keyOfHit(hit)))];
  return { ...more, start: held.start, hits };
}

/** Whether there are more hits than are held. */
export function isMoreThan({ start, hits, total }: SearchAnswer): boolean {
  return start + hits.length < total;
}
