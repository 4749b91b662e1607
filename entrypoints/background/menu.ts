import type { Action, Menus, Runtime, Storage, Tabs, Windows } from 'webextension-polyfill';
import type { MessageKey } from '../../core/message-key.ts';
import { isLeft, PENDING_KEY, PENDING_MAX_AGE_MS, type PendingQuestion } from '../../core/protocol/pending-question.ts';

/** What the menu needs: the browser, words, and whether a side panel answers. */
export interface MenuNeeds {
  readonly browser: {
    readonly action: Pick<Action.Static, 'openPopup'>;
    readonly contextMenus?: Pick<Menus.Static, 'create' | 'onClicked'>;
    readonly runtime: Pick<Runtime.Static, 'getURL' | 'lastError'>;
    readonly storage: { readonly session: Pick<Storage.StorageArea, 'get' | 'set' | 'remove'> };
    readonly windows: Pick<Windows.Static, 'create'>;
  };
  /** Firefox's: known at once, while a reader's click still lasts. */
  readonly isSidePanelOpen: (windowId: number) => boolean;
  /** Chrome's. */
  readonly isTakenBySidePanel: () => Promise<boolean>;
  readonly translate: (key: MessageKey) => string;
}

const ITEM = 'ask-about-link';

/** Puts "Show posts about this link" on links, and listens to it. */
export function startMenu(needs: MenuNeeds): void {
  const { browser, translate } = needs;
  // Firefox for Android has no context menus for extensions.
  if (browser.contextMenus === undefined) return;
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === ITEM) void answerLink(needs, info, tab);
  });
  // The background may have been stopped before.
  void dropLeft(needs);
  // Created at every start, for a browser may have lost it; the error where it has not is read and dropped.
  const title = translate('menu_link');
  browser.contextMenus.create({ id: ITEM, title, contexts: ['link'] }, () => void browser.runtime.lastError);
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
  const stored = (await browser.storage.session.get(PENDING_KEY))[PENDING_KEY];
  if (isLeft(stored, Date.now())) await browser.storage.session.remove(PENDING_KEY);
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
