import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import { isLeft, PENDING_KEY, PENDING_MAX_AGE_MS, type PendingQuestion } from '../../core/protocol/pending-question.ts';
import { translate } from '../../platform/translate.ts';
import { isSidePanelOpen, isTakenBySidePanel } from './side-panel.ts';

const ITEM = 'ask-about-link';

/** Puts "Show posts about this link" on links, and listens to it. */
export function startMenu(): void {
  // Firefox for Android has no context menus for extensions.
  if (browser.contextMenus === undefined) return;
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === ITEM) void answerLink(info, tab);
  });
  // The background may have been stopped before.
  void dropLeft();
  // Created at every start, for a browser may have lost it; the error where it has not is read and dropped.
  const title = translate('menu_link');
  browser.contextMenus.create({ id: ITEM, title, contexts: ['link'] }, () => void browser.runtime.lastError);
}

/**
 * Hands the link to where it is answered: the side panel if that is open, else the popup, and where the browser opens
 * none, as for a window behind others, a window of its own. None of it needs a script in the page.
 */
async function answerLink({ linkUrl = '', linkText = '' }: Menus.OnClickData, tab?: Tabs.Tab): Promise<void> {
  const windowId = tab?.windowId ?? -1;
  const question: PendingQuestion = { asked: linkUrl, linkText, windowId, time: Date.now() };
  const handing = browser.storage.session.set({ [PENDING_KEY]: question });
  const opening = import.meta.env.FIREFOX ? openInFirefox(windowId) : handing.then(openInChrome);
  setTimeout(dropLeft, PENDING_MAX_AGE_MS);
  await opening.catch(() => openWindow(tab?.id ?? -1));
}

/** What a reader asked and nobody took is not kept. */
async function dropLeft(): Promise<void> {
  const stored = (await browser.storage.session.get(PENDING_KEY))[PENDING_KEY];
  if (isLeft(stored, Date.now())) await browser.storage.session.remove(PENDING_KEY);
}

/** Opens popups only while the reader's click lasts, so before anything is awaited. */
async function openInFirefox(windowId: number): Promise<void> {
  if (!isSidePanelOpen(windowId)) await browser.action.openPopup();
}

/** Rejects before Chrome 127, which has no such function. */
async function openInChrome(): Promise<void> {
  if (!(await isTakenBySidePanel())) await browser.action.openPopup();
}

async function openWindow(tabId: number): Promise<void> {
  const url = browser.runtime.getURL(`popup.html?tab=${tabId}`);
  await browser.windows.create({ url, type: 'popup', width: 420, height: 640 });
}
