import browser, { type Tabs } from 'webextension-polyfill';
import { PENDING_KEY } from '../../core/protocol/pending-question.ts';

/** What the polyfill does not know of Chrome. */
declare const chrome: {
  readonly sidePanel: { open(of: { readonly windowId: number }): Promise<void> };
  readonly runtime: {
    getContexts(filter: { readonly contextTypes: readonly string[] }): Promise<readonly unknown[]>;
  };
};

/** Opens the side panel of a window at the reader's shortcut; Firefox also closes it. */
export async function toggleSidePanel(tab: Tabs.Tab | undefined): Promise<void> {
  if (import.meta.env.FIREFOX) await browser.sidebarAction.toggle();
  else if (tab?.windowId !== undefined) await chrome.sidePanel.open({ windowId: tab.windowId });
}

/** Opens the side panel of a window; to be called while the reader's click lasts. Rejects where the browser opens none. */
export async function openSidePanel(windowId: number): Promise<void> {
  if (import.meta.env.FIREFOX) await browser.sidebarAction.open();
  else await chrome.sidePanel.open({ windowId });
}

/** Whether a window of Firefox shows the side panel; known at once, while a reader's click still lasts. */
export function isSidePanelOpen(windowId: number): boolean {
  // The types know of no sidebars: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/extension/ViewType
  return browser.extension.getViews({ type: 'sidebar' as 'tab', windowId }).length > 0;
}

/** Milliseconds for which an open side panel may take a question. */
const TAKEN_WITHIN_MS = 200;

/** Whether a side panel of Chrome takes the question that is handed over: it is not told whose window shows one. */
export async function isTakenBySidePanel(): Promise<boolean> {
  if ((await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length === 0) return false;
  await new Promise((resolve) => setTimeout(resolve, TAKEN_WITHIN_MS));
  return !(PENDING_KEY in (await browser.storage.session.get(PENDING_KEY)));
}
