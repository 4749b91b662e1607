import browser, { type Runtime } from 'webextension-polyfill';
import type { PostId } from '../../core/model/ids.ts';
import { documentOf, documentsIn } from './documents.ts';
import { forgetCounts, forgetGone, keepCounts, readCounts } from './tab-counts.ts';

const COLOUR = '#0b5d5b';
/** More does not fit. */
const MAX_SHOWN = 999;

/**
 * The last report of each tab: the next one waits for it. So they count in the order in which they came, whatever the
 * clock says and however long the library takes, and none reads what another is about to change.
 */
const turns = new Map<number, Promise<unknown>>();

/**
 * Shows on a tab's badge how many posts its documents count together, each post once. To be called in the turn in which
 * the report comes; `documentStart` is when its document did, in milliseconds.
 */
export async function countOnBadge(
  sender: Runtime.MessageSender,
  documentStart: number,
  posts: Promise<readonly PostId[]>,
): Promise<void> {
  const tabId = sender.tab?.id;
  if (tabId === undefined) return;
  const counting = Promise.all([posts, turns.get(tabId)]).then(([all]) =>
    count(tabId, documentOf(sender, documentStart), all),
  );
  await takeTurn(tabId, counting);
}

/** A tab that is closed takes with it what it counts; a report on its way finds it gone. */
export function startBadges(): void {
  browser.tabs.onRemoved.addListener((tabId) => {
    void takeTurn(
      tabId,
      Promise.resolve(turns.get(tabId)).then(() => forgetCounts(tabId)),
    );
  });
  void forgetGone();
}

async function takeTurn(tabId: number, work: Promise<void>): Promise<void> {
  const turn = work
    .catch(() => null)
    .then(() => {
      if (turns.get(tabId) === turn) turns.delete(tabId);
    });
  turns.set(tabId, turn);
  await work;
}

async function count(tabId: number, document: string, posts: readonly PostId[]): Promise<void> {
  const { [document]: before, ...others } = await readCounts(tabId);
  if (posts.length === 0 && before === undefined) return;
  const counts = posts.length === 0 ? others : { ...others, [document]: posts };
  // A report may come from a page that is left by now, and a frame that crashed goes without one.
  const there = (await documentsIn(tabId))?.map((each) => each.document);
  const now = Object.fromEntries(Object.entries(counts).filter(([each]) => there?.includes(each) ?? true));
  await (Object.keys(now).length === 0 ? forgetCounts(tabId) : keepCounts(tabId, now));
  await showCount(tabId, new Set(Object.values(now).flat()).size);
}

async function showCount(tabId: number, posts: number): Promise<void> {
  const text = posts === 0 ? '' : posts > MAX_SHOWN ? `${MAX_SHOWN}+` : String(posts);
  // The tab may have been closed meanwhile.
  await Promise.allSettled([
    browser.action.setBadgeBackgroundColor({ tabId, color: COLOUR }),
    browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
    browser.action.setBadgeText({ tabId, text }),
  ]);
}
