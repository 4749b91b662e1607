import type { Omnibox, Runtime, Storage, Tabs } from 'webextension-polyfill';
import type { MessageKey } from '../../core/message-key.ts';
import { PENDING_KEY, type PendingQuestion } from '../../core/protocol/pending-question.ts';

/** What the keyword in the address bar needs: the browser, words, and whether a side panel answers. */
export interface AddressBarNeeds {
  readonly browser: {
    readonly omnibox?: Pick<Omnibox.Static, 'setDefaultSuggestion' | 'onInputEntered'>;
    readonly runtime: Pick<Runtime.Static, 'getURL'>;
    readonly storage: { readonly session: Pick<Storage.StorageArea, 'set'> };
    readonly tabs: Pick<Tabs.Static, 'create' | 'query'>;
  };
  /** Firefox's. */
  readonly isSidePanelOpen: (windowId: number) => boolean;
  /** Chrome's. */
  readonly isTakenBySidePanel: () => Promise<boolean>;
  readonly translate: (key: MessageKey) => string;
}

/** Answers what is typed into the address bar behind the extension's keyword. */
export function startAddressBar(needs: AddressBarNeeds): void {
  const { omnibox } = needs.browser;
  // Firefox for Android has no keywords for extensions.
  if (omnibox === undefined) return;
  omnibox.setDefaultSuggestion({ description: needs.translate('look_up_label') });
  omnibox.onInputEntered.addListener((text) => void answer(needs, text));
}

/** Hands the question to the side panel if that is open, else to a tab with what the popup shows of the tab in front. */
async function answer({ browser, isSidePanelOpen, isTakenBySidePanel }: AddressBarNeeds, asked: string): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const windowId = tab?.windowId ?? -1;
  const question: PendingQuestion = { asked, linkText: '', windowId, time: Date.now() };
  await browser.storage.session.set({ [PENDING_KEY]: question });
  const isTaken = import.meta.env.FIREFOX ? isSidePanelOpen(windowId) : await isTakenBySidePanel();
  if (!isTaken) await browser.tabs.create({ url: browser.runtime.getURL(`popup.html?tab=${tab?.id ?? -1}`) });
}
