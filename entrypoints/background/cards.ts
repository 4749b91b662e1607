import type { Scripting, Tabs } from 'webextension-polyfill';
import type { ClosedCard } from '../../core/protocol/outside-card.ts';
import type { AnnotatorRequests } from '../../core/protocol/tab-requests.ts';
import { createAsk, type RequestOf } from '../../core/protocol/wire.ts';
import { HOSTS } from './frames.ts';
import type { PageWords } from './page-words.ts';
import type { Asking } from './tabs.ts';

/** As much of the browser's API as this needs. */
export interface CardNeeds {
  readonly scripting: Pick<Scripting.Static, 'executeScript' | 'insertCSS'>;
  readonly tabs: Asking & Pick<Tabs.Static, 'query'>;
}

export interface Cards {
  /** Has the annotators of the tab in front open the card of the link that has the focus, in whatever frame it is. */
  openCard(this: void): Promise<void>;
  /** Leaves one card open in a tab, wherever it is. */
  closeCards(this: void, tabId: number, except: string): Promise<void>;
  /** Opens a card in the tab's own page, for a link in a frame of it; false where that page can show none. */
  openFrameCard(this: void, tabId: number, card: RequestOf<AnnotatorRequests, 'openFrameCard'>): Promise<boolean>;
  closeFrameCard(this: void, tabId: number | undefined, opener: string): Promise<boolean>;
  tellCardClosed(this: void, tabId: number | undefined, closed: ClosedCard): Promise<boolean>;
}

/** `lendTo` gives a frame words, where it does not take the browser's, before what speaks. */
export function createCards(browser: CardNeeds, lendTo: PageWords['lendTo']): Cards {
  const ask = (tabId: number, options: { readonly frameId?: number } = {}) =>
    createAsk<AnnotatorRequests>((message) => browser.tabs.sendMessage(tabId, message, options));
  return {
    async openCard() {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      if (tab?.id !== undefined) await ask(tab.id)('openCard', {}).catch(() => null);
    },
    async closeCards(tabId, except) {
      await ask(tabId)('closeCard', { except }).catch(() => null);
    },
    async openFrameCard(tabId, card) {
      try {
        const target = { tabId };
        await lendTo(target);
        await browser.scripting.executeScript({ target, files: ['annotator.js', 'card.js'] });
        await browser.scripting.insertCSS({ target, files: [HOSTS], origin: 'USER' });
        return await ask(tabId, { frameId: 0 })('openFrameCard', card);
      } catch {
        return false;
      }
    },
    closeFrameCard: (tabId = -1, opener) => ask(tabId, { frameId: 0 })('closeFrameCard', { opener }).catch(() => false),
    tellCardClosed: (tabId = -1, closed) => ask(tabId)('frameCardClosed', closed).catch(() => false),
  };
}
