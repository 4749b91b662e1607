import type { Runtime } from 'webextension-polyfill';
import type { LibraryRoute } from '../../core/library-route.ts';
import type { Messages } from '../../core/localisation.ts';
import type { FeedId } from '../../core/model/ids.ts';
import { openConsentPage } from '../../platform/consent-page.ts';
import { type LibraryPageNeeds, openLibrary } from '../../platform/library-page.ts';
import { type AccessNeeds, isLetInto } from './access.ts';
import { type BadgeNeeds, type Badges, createBadges } from './badge.ts';
import { type CardNeeds, type Cards, createCards } from './cards.ts';
import { createFrames, type FrameNeeds, type Frames } from './frames.ts';
import { createIcons, type IconNeeds, type Icons } from './icons.ts';
import { createPageWords, type PageWords, type PageWordsNeeds } from './page-words.ts';
import { createTabs, type TabNeeds, type Tabs } from './tabs.ts';

/** What the background's parts need: the browser, what the reader chose, and words. */
export interface PartNeeds extends AccessNeeds, IconNeeds {
  readonly browser: AccessNeeds['browser'] &
    IconNeeds['browser'] &
    BadgeNeeds &
    CardNeeds &
    LibraryPageNeeds &
    FrameNeeds &
    PageWordsNeeds &
    TabNeeds;
  /** The words that the background speaks by now, for scripts in pages; null for the browser's. */
  readonly spoken: () => Promise<Messages | null>;
}

/** What the background does in the browser, whoever asks. */
export interface Parts extends Badges, Cards, Frames, Icons, Tabs, Pick<PageWords, 'lendAnew'> {
  readonly readSettings: PartNeeds['readSettings'];
  /** Whether the reader lets the extension into a frame that asks. */
  isLetInto(this: void, sender: Runtime.MessageSender): Promise<boolean>;
  /** Shows the page on which its reader brings a feed up to date. */
  openUpdatePage(this: void, feed: FeedId): Promise<void>;
  /** Shows the library page in a window, at a route or where it is. */
  openLibraryPage(this: void, route: LibraryRoute | null, windowId?: number): Promise<void>;
}

export function createParts(needs: PartNeeds): Parts {
  const { browser, readSettings } = needs;
  const { lendTo, lendAnew } = createPageWords(browser, needs.spoken);
  return {
    ...createBadges(browser),
    ...createCards(browser, lendTo),
    ...createFrames(browser, lendTo),
    ...createIcons(needs),
    ...createTabs(browser),
    readSettings,
    lendAnew,
    isLetInto: (sender) => isLetInto(needs, sender),
    openUpdatePage: (feed) => openConsentPage(browser, { purpose: 'refresh', feed }),
    openLibraryPage: (route, windowId = -1) => openLibrary(browser, route, windowId),
  };
}
