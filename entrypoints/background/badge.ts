import browser, { type Runtime } from 'webextension-polyfill';
import type { PostId } from '../../core/model.ts';

/** What one frame of a tab counts; kept for the session, for the background is stopped when idle. */
interface FrameCount {
  /** When the frame's document began, in milliseconds. */
  readonly began: number;
  readonly posts: readonly PostId[];
}
type TabCounts = Readonly<Record<number, FrameCount>>;

const COLOUR = '#0b5d5b';
/** More does not fit. */
const MOST_SHOWN = 999;

/** Frames report at once; each waits for the one before, so that none reads what another is about to change. */
let turn: Promise<unknown> = Promise.resolve();

/** Shows on a tab's badge how many posts its frames count together, each post once. */
export function countOnBadge(sender: Runtime.MessageSender, began: number, posts: readonly PostId[]): Promise<void> {
  const counting = turn.then(() => count(sender, { began, posts }));
  turn = counting.catch(() => null);
  return counting;
}

async function count({ tab, frameId = 0 }: Runtime.MessageSender, frame: FrameCount): Promise<void> {
  const tabId = tab?.id;
  if (tabId === undefined) return;
  const key = `tab:${tabId}`;
  const counts = ((await browser.storage.session.get(key))[key] ?? {}) as TabCounts;
  if ((counts[frameId]?.began ?? 0) > frame.began) return;
  const { [frameId]: _, ...others } = counts;
  // A document without posts is forgotten, so that an older one may come back to its place.
  const now: TabCounts = frame.posts.length === 0 ? others : { ...others, [frameId]: frame };
  await browser.storage.session.set({ [key]: now });
  await showCount(tabId, new Set(Object.values(now).flatMap((each) => each.posts)).size);
}

async function showCount(tabId: number, posts: number): Promise<void> {
  const text = posts === 0 ? '' : posts > MOST_SHOWN ? `${MOST_SHOWN}+` : String(posts);
  // The tab may have been closed meanwhile.
  await Promise.allSettled([
    browser.action.setBadgeBackgroundColor({ tabId, color: COLOUR }),
    browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
    browser.action.setBadgeText({ tabId, text }),
  ]);
}
