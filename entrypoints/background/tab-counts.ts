import browser from 'webextension-polyfill';
import type { PostId } from '../../core/model/ids.ts';

/** The posts that each document of a tab counts, by the document's name. */
export type TabCounts = Readonly<Record<string, readonly PostId[]>>;

const PREFIX = 'tab:';

/** Kept for the session, for the background is stopped when idle. */
export async function readCounts(tabId: number): Promise<TabCounts> {
  const key = PREFIX + tabId;
  return ((await browser.storage.session.get(key))[key] ?? {}) as TabCounts;
}

export async function keepCounts(tabId: number, counts: TabCounts): Promise<void> {
  await browser.storage.session.set({ [PREFIX + tabId]: counts });
}

export async function forgetCounts(tabId: number): Promise<void> {
  await browser.storage.session.remove(PREFIX + tabId);
}

/** Forgets the tabs that went while the background could not hear of it. */
export async function forgetGone(): Promise<void> {
  const [stored, tabs] = await Promise.all([browser.storage.session.get(null), browser.tabs.query({})]);
  const there = new Set(tabs.map(({ id }) => PREFIX + id));
  const gone = Object.keys(stored).filter((key) => key.startsWith(PREFIX) && !there.has(key));
  if (gone.length > 0) await browser.storage.session.remove(gone);
}
