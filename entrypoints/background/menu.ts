import type { Action, Menus, Runtime, Storage, Tabs, Windows } from 'webextension-polyfill';
import { ALL_SITES } from '../../core/access.ts';
import type { MessageKey } from '../../core/message-key.ts';
import { PENDING_MAX_AGE_MS } from '../../core/protocol/pending.ts';
import { isBearingLeft, PENDING_BEARING_KEY, type PendingBearing } from '../../core/protocol/pending-bearing.ts';
import { isLeft, PENDING_KEY, type PendingQuestion } from '../../core/protocol/pending-question.ts';

/** What the menu needs: the browser, words, and whether a side panel answers. */
export interface MenuNeeds {
  readonly browser: {
    readonly action: Pick<Action.Static, 'openPopup'>;
    readonly contextMenus?: Pick<Menus.Static, 'create' | 'onClicked' | 'update'>;
    readonly runtime: Pick<Runtime.Static, 'getURL' | 'lastError'>;
    readonly storage: { readonly session: Pick<Storage.StorageArea, 'get' | 'set' | 'remove'> };
    readonly windows: Pick<Windows.Static, 'create'>;
  };
  /** Firefox's: known at once, while a reader's click still lasts. */
  readonly isSidePanelOpen: (windowId: number) => boolean;
  /** Chrome's. */
  readonly isTakenBySidePanel: () => Promise<boolean>;
  /** While a reader's click still lasts; rejects where the browser opens none. */
  readonly openSidePanel: (windowId: number) => Promise<void>;
  readonly translate: (key: MessageKey) => string;
}

const ITEM = 'ask-about-link';
const LOOK_ITEM = 'look-for-bearing';
const EVIDENCE_ITEM = 'use-as-evidence';
const TITLES = { [ITEM]: 'menu_link', [LOOK_ITEM]: 'menu_bearing', [EVIDENCE_ITEM]: 'menu_evidence' } as const;

/**
 * Puts "Show posts about this link" on links, what has a page looked through on pages and texts, and listens to it. Gives
 * what names them anew, for another language is spoken.
 */
export function startMenu(needs: MenuNeeds): () => void {
  const { browser, translate } = needs;
  // Firefox for Android has no context menus for extensions.
  if (browser.contextMenus === undefined) return () => {};
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === ITEM) void answerLink(needs, info, tab);
    if (info.menuItemId === LOOK_ITEM) void answerPage(needs, null, tab);
    if (info.menuItemId === EVIDENCE_ITEM) void answerPage(needs, info.selectionText ?? '', tab);
  });
  // The background may have been stopped before.
  void dropLeft(needs);
  // Created at every start, for a browser may have lost it; the error where it has not is read and dropped.
  const create = (item: Menus.CreateCreatePropertiesType) =>
    browser.contextMenus?.create(item, () => void browser.runtime.lastError);
  const documentUrlPatterns = [...ALL_SITES];
  create({ id: ITEM, title: translate(TITLES[ITEM]), contexts: ['link'] });
  create({ id: LOOK_ITEM, title: translate(TITLES[LOOK_ITEM]), contexts: ['page'], documentUrlPatterns });
  create({ id: EVIDENCE_ITEM, title: translate(TITLES[EVIDENCE_ITEM]), contexts: ['selection'], documentUrlPatterns });
  return () => {
    for (const [id, key] of Object.entries(TITLES))
      void browser.contextMenus?.update(id, { title: translate(key) }).catch(() => null);
  };
}

/** Hands what is asked of a page to the side panel, which stays beside the page, or to where links are answered. */
async function answerPage(needs: MenuNeeds, selected: string | null, tab?: Tabs.Tab): Promise<void> {
  const { windowId = -1, id: tabId = -1 } = tab ?? {};
  const pending: PendingBearing = { tabId, windowId, selected, time: Date.now() };
  const handing = needs.browser.storage.session.set({ [PENDING_BEARING_KEY]: pending });
  // Before anything is awaited: browsers open it only while the reader's click lasts.
  const opening = needs.openSidePanel(windowId);
  setTimeout(() => void dropLeft(needs), PENDING_MAX_AGE_MS);
  await opening.catch(() => handing.then(() => needs.browser.action.openPopup())).catch(() => openWindow(needs, tabId));
}

/**
 * Hands the link to where it is answered: the side panel if that is open, else the popup, and where the browser opens
 * none, as for a window behind others, a window of its own. None of it needs a script in the page.
 */
async function answerLink(
  needs: MenuNeeds,
  { linkUrl = '', linkText = '' }: Menus.OnClickData,
  tab?: Tabs.Tab,
): Promise<void> {
  const windowId = tab?.windowId ?? -1;
  const question: PendingQuestion = { asked: linkUrl, linkText, windowId, time: Date.now() };
  const handing = needs.browser.storage.session.set({ [PENDING_KEY]: question });
  const opening = import.meta.env.FIREFOX ? openInFirefox(needs, windowId) : handing.then(() => openInChrome(needs));
  setTimeout(() => void dropLeft(needs), PENDING_MAX_AGE_MS);
  await opening.catch(() => openWindow(needs, tab?.id ?? -1));
}

/** What a reader asked and nobody took is not kept. */
async function dropLeft({ browser }: MenuNeeds): Promise<void> {
  const { session } = browser.storage;
  const [link, page] = await Promise.all([session.get(PENDING_KEY), session.get(PENDING_BEARING_KEY)]);
  if (isLeft(link[PENDING_KEY], Date.now())) await session.remove(PENDING_KEY);
  if (isBearingLeft(page[PENDING_BEARING_KEY], Date.now())) await session.remove(PENDING_BEARING_KEY);
}

/** Opens popups only while the reader's click lasts, so before anything is awaited. */
async function openInFirefox({ browser, isSidePanelOpen }: MenuNeeds, windowId: number): Promise<void> {
  if (!isSidePanelOpen(windowId)) await browser.action.openPopup();
}

/** Rejects before Chrome 127, which has no such function. */
async function openInChrome({ browser, isTakenBySidePanel }: MenuNeeds): Promise<void> {
  if (!(await isTakenBySidePanel())) await browser.action.openPopup();
}

async function openWindow({ browser }: MenuNeeds, tabId: number): Promise<void> {
  const url = browser.runtime.getURL(`popup.html?tab=${tabId}`);
  await browser.windows.create({ url, type: 'popup', width: 420, height: 640 });
}
