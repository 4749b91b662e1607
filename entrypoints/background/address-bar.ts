import browser from 'webextension-polyfill';
import { PENDING_KEY, type PendingQuestion } from '../../core/protocol/pending-question.ts';
import { translate } from '../../platform/translate.ts';
import { isSidePanelOpen, isTakenBySidePanel } from './side-panel.ts';

/** Answers what is typed into the address bar behind the extension's keyword. */
export function startAddressBar(): void {
  // Firefox for Android has no keywords for extensions.
  if (browser.omnibox === undefined) return;
  browser.omnibox.setDefaultSuggestion({ description: translate('look_up_label') });
  browser.omnibox.onInputEntered.addListener((text) => void answer(text));
}

/** Hands the question to the side panel if that is open, else to a tab with what the popup shows of the tab in front. */
async function answer(asked: string): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const windowId = tab?.windowId ?? -1;
  const question: PendingQuestion = { asked, linkText: '', windowId, time: Date.now() };
  await browser.storage.session.set({ [PENDING_KEY]: question });
  const isTaken = import.meta.env.FIREFOX ? isSidePanelOpen(windowId) : await isTakenBySidePanel();
  if (!isTaken) await browser.tabs.create({ url: browser.runtime.getURL(`popup.html?tab=${tab?.id ?? -1}`) });
}
