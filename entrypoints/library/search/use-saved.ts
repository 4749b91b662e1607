import { useContext, useEffect, useState } from 'preact/hooks';
import type { LibraryPageRequests } from '../../../core/protocol/library-page.ts';
import type { Ask } from '../../../core/protocol/wire.ts';
import { isSearchFor, type SavedSearch } from '../../../core/saved-searches.ts';
import { changeSavedSearches, readSavedSearches, watchSavedSearches } from '../../../platform/saved-searches.ts';
import { ListShown } from '../list-shown.ts';
import { useAsked } from '../use-asked.ts';
import { countFresh } from './count-fresh.ts';
import { useOwnChanges } from './use-own-changes.ts';

type Search = Pick<SavedSearch, 'text' | 'order'>;

export interface Saved {
  readonly searches: readonly SavedSearch[];
  /** How many hits of each are new, by its id. */
  readonly fresh: ReadonlyMap<string, number>;
  /** Rejects where the browser keeps nothing, as the others do. */
  readonly save: (search: Search, name: string) => Promise<void>;
  readonly rename: (id: string, name: string) => Promise<void>;
  /** Gives the way to have it back where it was. */
  readonly remove: (id: string) => Promise<() => Promise<void>>;
}

/** The saved searches of all windows, and how many of their hits came since each was last looked at. */
export function useSaved(ask: Ask<LibraryPageRequests>): Saved {
  const [searches, setSearches] = useState<readonly SavedSearch[]>([]);
  useEffect(() => {
    void readSavedSearches().then(setSearches, () => null);
    const end = new AbortController();
    watchSavedSearches(setSearches, end.signal);
    return () => end.abort();
  }, []);
  const { answer: fresh = new Map(), tryAgain } = useAsked(JSON.stringify(searches), () => countFresh(ask, searches));
  useOwnChanges(tryAgain);
  return {
    searches,
    fresh,
    save: (search, name) => {
      const saved: SavedSearch = { ...search, id: crypto.randomUUID(), name, seenAt: Date.now() };
      return changeSavedSearches((latest) =>
        latest.some((each) => isSearchFor(each, search)) ? latest : [...latest, saved],
      );
    },
    rename: (id, name) =>
      changeSavedSearches((latest) => latest.map((each) => (each.id === id ? { ...each, name } : each))),
    remove: async (id) => {
      const place = searches.findIndex((each) => each.id === id);
      const removed = searches.slice(place, place + 1);
      await changeSavedSearches((latest) => latest.filter((each) => each.id !== id));
      return () =>
        changeSavedSearches((latest) =>
          latest.some((each) => each.id === id) ? latest : latest.toSpliced(place, 0, ...removed),
        );
    },
  };
}

/** Milliseconds for which a search is shown before it counts as looked at: it may be typed on. */
const LOOK = 1000;

/** Since when hits were new when saved searches were shown last in this page, by their ids: so they are for who comes back. */
const shownSince = new Map<string, number>();

/**
 * Since when hits are new: for a saved search since it was last looked at before, also for who comes back to it, else since
 * the visit before.
 */
export function useNewSince(saved: SavedSearch | undefined, sinceVisit: number): number {
  const { isBack } = useContext(ListShown);
  const [looked, setLooked] = useState<{ readonly id: string; readonly since: number } | null>(null);
  const id = saved?.id;
  if (looked?.id !== id) {
    if (saved === undefined) setLooked(null);
    else {
      const since = (isBack ? shownSince.get(saved.id) : undefined) ?? saved.seenAt;
      setLooked({ id: saved.id, since });
      shownSince.set(saved.id, since);
    }
  }
  useEffect(() => {
    if (id === undefined) return;
    const timer = setTimeout(
      () =>
        void changeSavedSearches((latest) =>
          latest.map((each) => (each.id === id ? { ...each, seenAt: Date.now() } : each)),
        ).catch(() => null),
      LOOK,
    );
    return () => clearTimeout(timer);
  }, [id]);
  return saved === undefined ? sinceVisit : looked?.id === saved.id ? looked.since : saved.seenAt;
}
