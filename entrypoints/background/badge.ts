import browser, { type Runtime } from 'webextension-polyfill';
import type { PostId } from '../../core/model.ts';

/** The posts that the badge of a tab counts; kept for the session, for the background is stopped when idle. */
interface TabPosts {
  readonly page: string;
  readonly posts: readonly PostId[];
}

/** Counts posts, each once, on the badge of the tab that they were found in; a new page begins anew. */
export async function addToBadge({ tab }: Runtime.MessageSender, posts: readonly PostId[]): Promise<void> {
  if (tab?.id === undefined || posts.length === 0) return;
  const key = `tab:${tab.id}`;
  const page = tab.url ?? '';
  const kept = (await browser.storage.session.get(key))[key] as TabPosts | undefined;
  const all = [...new Set([...(kept?.page === page ? kept.posts : []), ...posts])];
  await browser.storage.session.set({ [key]: { page, posts: all } satisfies TabPosts });
  await browser.action.setBadgeBackgroundColor({ tabId: tab.id, color: '#0b5d5b' });
  await browser.action.setBadgeText({ tabId: tab.id, text: String(all.length) });
}

/** Takes the count off a tab: its marks are gone, or are counted anew. */
export async function clearBadge(tabId: number): Promise<void> {
  await browser.storage.session.remove(`tab:${tabId}`);
  await browser.action.setBadgeText({ tabId, text: '' });
}
