import type { SearchOrder } from './protocol/search.ts';
import { hasShape, isFilled, isOneOf, isText, isTime } from './shape.ts';

/** A search that its reader kept under a name. */
export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly order: SearchOrder;
  /** Milliseconds since 1970 when it was last looked at: what came later is new. */
  readonly seenAt: number;
}

export const SAVED_SEARCHES_KEY = 'saved-searches';

const isSavedSearch = hasShape<SavedSearch>({
  id: isFilled,
  name: isFilled,
  text: isText,
  order: isOneOf('relevance', 'day'),
  seenAt: isTime,
});

/** Reads what was stored, of any age or shape; what is no saved search is left out. */
export function parseSavedSearches(stored: unknown): readonly SavedSearch[] {
  if (!Array.isArray(stored)) return [];
  const searches = stored.filter((each): each is SavedSearch => isSavedSearch(each));
  return searches.filter(({ id }, index) => searches.findIndex((other) => other.id === id) === index);
}

/** What is to be stored: searches, and behind them what is stored and not understood, for a later version may have saved it. */
export function keepUnread(searches: readonly SavedSearch[], stored: unknown): readonly unknown[] {
  const unread = Array.isArray(stored) ? stored.filter((each) => !isSavedSearch(each)) : [];
  return [...searches, ...unread];
}

/** Whether it is that search, whatever it is called. */
export function isSearchFor(saved: SavedSearch, { text, order }: Pick<SavedSearch, 'text' | 'order'>): boolean {
  return saved.text.trim() === text.trim() && saved.order === order;
}
