import type { SearchCounts } from '../protocol/search.ts';
import { type LibraryColumns, placeOfDocument } from './library-columns.ts';
import { partOf } from './part.ts';
import type { SearchSource } from './source.ts';
import type { Tally } from './tally.ts';

const MAX_PUBLICATIONS = 20;

/** What the controls show. */
export async function presentCounts(
  source: SearchSource,
  library: LibraryColumns,
  tallied: Tally,
): Promise<SearchCounts> {
  const counted = [...tallied.publications.keys()].filter((document) => (tallied.publications[document] ?? 0) > 0);
  const hits = counted.map((document) => tallied.publications[document] ?? 0);
  const most = partOf(hits, 0, MAX_PUBLICATIONS);
  const places = most.map((index) => placeOfDocument('publications', library.segments, counted[index] ?? 0));
  const publications = await source.readPublications(places);
  return {
    kinds: tallied.kinds,
    accounts: accountsOf(source, tallied),
    publications: publications.map(({ publication: { id, title } }, index) => ({
      id,
      title,
      hits: hits[most[index] ?? 0] ?? 0,
    })),
    months: [...tallied.months].map(([month, hits]) => ({ month, hits })),
    new: tallied.new,
    own: tallied.own,
  };
}

/** Several feeds may be of one account. */
function accountsOf({ feeds }: SearchSource, { feeds: counts }: Tally): SearchCounts['accounts'] {
  const accounts = new Map<string, { handle: string; displayName: string; hits: number }>();
  for (const [place, { handle, displayName }] of feeds.entries()) {
    const hits = (accounts.get(handle)?.hits ?? 0) + (counts[place] ?? 0);
    accounts.set(handle, { displayName, ...accounts.get(handle), handle, hits });
  }
  return [...accounts.values()].filter(({ hits }) => hits > 0).sort((a, b) => b.hits - a.hits);
}
