import type { Action, Runtime, Tabs } from 'webextension-polyfill';
import type { PostId } from '../../core/model/ids.ts';
import { documentOf, documentsIn, type Looking } from './documents.ts';
import { type Counting, createTabCounts } from './tab-counts.ts';

/** As much of the browser's API as badges need; not all browsers have a colour of a badge's text. */
export interface BadgeNeeds extends Looking, Counting {
  readonly tabs: Pick<Tabs.Static, 'get' | 'query' | 'onRemoved'>;
  readonly action: Pick<Action.Static, 'setBadgeBackgroundColor' | 'setBadgeText'> &
    Partial<Pick<Action.Static, 'setBadgeTextColor'>>;
}

export interface Badges {
  /**
   * Shows on a tab's badge how many posts its documents count together, each post once. To be called in the turn in which
   * the report comes; `documentStart` is when its document did, in milliseconds.
   */
  countOnBadge(
    this: void,
    sender: Runtime.MessageSender,
    documentStart: number,
    posts: Promise<readonly PostId[]>,
  ): Promise<void>;
  /** A tab that is closed takes with it what it counts; a report on its way finds it gone. */
  startBadges(this: void): void;
}

const COLOUR = '#0b5d5b';
/** More does not fit. */
const MAX_SHOWN = 999;

export function createBadges(browser: BadgeNeeds): Badges {
  const counts = createTabCounts(browser);
  /**
   * The last report of each tab: the next one waits for it. So they count in the order in which they came, whatever the
   * clock says and however long the library takes, and none reads what another is about to change.
   */
  const turns = new Map<number, Promise<unknown>>();

  const takeTurn = async (tabId: number, work: Promise<void>) => {
    const turn = work
      .catch(() => null)
      .then(() => {
        if (turns.get(tabId) === turn) turns.delete(tabId);
      });
    turns.set(tabId, turn);
    await work;
  };
  const count = async (tabId: number, document: string, posts: readonly PostId[]) => {
    const { [document]: before, ...others } = await counts.read(tabId);
    if (posts.length === 0 && before === undefined) return;
    const all = posts.length === 0 ? others : { ...others, [document]: posts };
    // A report may come from a page that is left by now, and a frame that crashed goes without one.
    const there = (await documentsIn(browser, tabId))?.map((each) => each.document);
    const now = Object.fromEntries(Object.entries(all).filter(([each]) => there?.includes(each) ?? true));
    await (Object.keys(now).length === 0 ? counts.forget(tabId) : counts.keep(tabId, now));
    await showCount(browser, tabId, new Set(Object.values(now).flat()).size);
  };
  return {
    async countOnBadge(sender, documentStart, posts) {
      const tabId = sender.tab?.id;
      if (tabId === undefined) return;
      const counting = Promise.all([posts, turns.get(tabId)]).then(([all]) =>
        count(tabId, documentOf(sender, documentStart), all),
      );
      await takeTurn(tabId, counting);
    },
    startBadges() {
      browser.tabs.onRemoved.addListener((tabId) => {
        void takeTurn(
          tabId,
          Promise.resolve(turns.get(tabId)).then(() => counts.forget(tabId)),
        );
      });
      void counts.forgetGone();
    },
  };
}

async function showCount(browser: BadgeNeeds, tabId: number, posts: number): Promise<void> {
  const text = posts === 0 ? '' : posts > MAX_SHOWN ? `${MAX_SHOWN}+` : String(posts);
  // The tab may have been closed meanwhile.
  await Promise.allSettled([
    browser.action.setBadgeBackgroundColor({ tabId, color: COLOUR }),
    browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
    browser.action.setBadgeText({ tabId, text }),
  ]);
}
