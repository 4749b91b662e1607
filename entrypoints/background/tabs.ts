import browser, { type Runtime } from 'webextension-polyfill';
import { createAsk, type FrameMarks, type ScannerRequests } from '../../core/messages.ts';

/** Puts the annotator into the frame that asks; it sees for itself whether it is there already. */
export async function injectAnnotator({ tab, frameId }: Runtime.MessageSender): Promise<void> {
  if (tab?.id === undefined) return;
  await browser.scripting.executeScript({
    target: { tabId: tab.id, frameIds: [frameId ?? 0] },
    files: ['annotator.js'],
  });
}

/** The marked links of a tab's main frame. */
export async function listMarks(tabId: number): Promise<readonly FrameMarks[]> {
  try {
    return [{ frameId: 0, marks: await askFrame(tabId, 0)('listMarks', {}) }];
  } catch {
    // No scanner runs on the browser's own pages.
    return [];
  }
}

/** Asks the scanners of all tabs to mark anew, after the settings changed. */
export async function refreshMarks(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.map(({ id = -1 }) => askFrame(id)('refreshMarks', {})));
}

/** Tells the annotator of the tab in front to open the card of the focused link. */
export async function openCard(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id !== undefined)
    await browser.tabs.sendMessage(tab.id, { name: 'openCard', request: {} }).catch(() => null);
}

function askFrame(tabId: number, frameId?: number) {
  const options = frameId === undefined ? {} : { frameId };
  return createAsk<ScannerRequests>((message) => browser.tabs.sendMessage(tabId, message, options));
}
