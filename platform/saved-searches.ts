import { keepUnread, parseSavedSearches, SAVED_SEARCHES_KEY, type SavedSearch } from '../core/saved-searches.ts';
import { changeStored, readStored, watchStored } from './stored.ts';

type Change = (latest: readonly SavedSearch[]) => readonly SavedSearch[];

export const readSavedSearches = (): Promise<readonly SavedSearch[]> =>
  readStored(SAVED_SEARCHES_KEY, parseSavedSearches);

/** Changes them as they are then, so that two windows lose none. Rejects where the browser does not store them. */
export const changeSavedSearches = (change: Change): Promise<void> =>
  changeStored(SAVED_SEARCHES_KEY, parseSavedSearches, change, keepUnread);

/** Removes them all, also what a later version of the extension has saved. Rejects where the browser does not store that. */
export const removeSavedSearches = (): Promise<void> => changeStored(SAVED_SEARCHES_KEY, parseSavedSearches, () => []);

/** Calls back with the saved searches after each change, whoever made it, until the signal aborts. */
export function watchSavedSearches(onChange: (searches: readonly SavedSearch[]) => void, signal: AbortSignal): void {
  watchStored(SAVED_SEARCHES_KEY, (after) => onChange(parseSavedSearches(after)), signal);
}
