import type { Storage, Tabs } from 'webextension-polyfill';
import type { PostId } from '../../core/model/ids.ts';

/** As much of the browser's API as this needs. */
export interface Counting {
  readonly storage: { readonly session: Pick<Storage.StorageArea, 'get' | 'set' | 'remove'> };
  readonly tabs: Pick<Tabs.Static, 'query'>;
}

/** The posts that each document of a tab counts, by the document's name. */
type Counts = Readonly<Record<string, readonly PostId[]>>;

/** Kept for the session, for the background is stopped when idle. */
export interface TabCounts {
  read(tabId: number): Promise<Counts>;
  keep(tabId: number, counts: Counts): Promise<void>;
  forget(tabId: number): Promise<void>;
  /** Forgets the tabs that went while the background could not hear of it. */
  forgetGone(): Promise<void>;
}

const PREFIX = 'tab:';

export function createTabCounts(browser: Counting): TabCounts {
  return {
    async read(tabId) {
      const key = PREFIX + tabId;
      return ((await browser.storage.session.get(key))[key] ?? {}) as Counts;
    },
    keep: (tabId, counts) => browser.storage.session.set({ [PREFIX + tabId]: counts }),
    forget: (tabId) => browser.storage.session.remove(PREFIX + tabId),
    async forgetGone() {
      const [stored, open] = await Promise.all([browser.storage.session.get(null), browser.tabs.query({})]);
      const there = new Set(open.map(({ id }) => PREFIX + id));
      const gone = Object.keys(stored).filter((key) => key.startsWith(PREFIX) && !there.has(key));
      if (gone.length > 0) await browser.storage.session.remove(gone);
    },
  };
}
