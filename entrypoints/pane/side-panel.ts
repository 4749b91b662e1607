import browser from 'webextension-polyfill';

/** Chrome's, of which the polyfill knows nothing: https://developer.chrome.com/docs/extensions/reference/api/sidePanel */
declare const chrome: { readonly sidePanel?: { open(of: { readonly windowId: number }): Promise<void> } };

/** Opens the side panel of a window, or null where the browser has none. To be called while the reader's click lasts. */
export function sidePanelOf(windowId: number): (() => Promise<void>) | null {
  if (import.meta.env.FIREFOX) return browser.sidebarAction === undefined ? null : () => browser.sidebarAction.open();
  const { sidePanel } = chrome;
  return sidePanel === undefined ? null : () => sidePanel.open({ windowId });
}
