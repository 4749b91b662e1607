import { isSearchFor, type SavedSearch } from '../saved-searches.ts';
import { hashOf } from '../text/hash.ts';

/** Those that are here stay as they are; behind them those of a backup that search for something else. */
export function mergeSearches(here: readonly SavedSearch[], from: readonly SavedSearch[]): readonly SavedSearch[] {
  const merged = [...here];
  for (const search of from) {
    if (merged.some((saved) => isSearchFor(saved, search))) continue;
    const isTaken = merged.some(({ id }) => id === search.id);
    merged.push(isTaken ? { ...search, id: hashOf(search.id, search.text, search.order) } : search);
  }
  return merged;
}
