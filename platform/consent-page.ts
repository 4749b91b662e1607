import type { Runtime, Tabs } from 'webextension-polyfill';
import { type ConsentWanted, consentAddress } from '../core/network/consent-page.ts';

interface OpenPage {
  readonly tabId: number;
  readonly windowId: number;
}

/** As much of the browser's API as this needs; Firefox for Android has no windows. */
export interface ConsentPageNeeds {
  readonly runtime: Pick<Runtime.Static, 'getURL'> & Partial<Pick<Runtime.Static, 'getContexts'>>;
  readonly tabs: Pick<Tabs.Static, 'create' | 'query'> & {
    update(tabId: number, how: { readonly active: boolean }): Promise<unknown>;
  };
  readonly windows?: { update(windowId: number, how: { readonly focused: boolean }): Promise<unknown> };
}

/** Shows the page that says what is asked of whom: the one that is open for the same, or a new one. */
export async function openConsentPage(browser: ConsentPageNeeds, wanted: ConsentWanted): Promise<void> {
  const address = browser.runtime.getURL(consentAddress(wanted));
  const open = await findOpen(browser, address);
  if (open === null) {
    await browser.tabs.create({ url: address });
    return;
  }
  await browser.tabs.update(open.tabId, { active: true });
  await browser.windows?.update(open.windowId, { focused: true });
}

/** Chrome tells nobody the addresses of its tabs with pages of the extension's own, and Firefox 140 has no contexts to ask for. */
async function findOpen({ runtime, tabs }: ConsentPageNeeds, address: string): Promise<OpenPage | null> {
  if (runtime.getContexts !== undefined) {
    const [context] = await runtime.getContexts({ contextTypes: ['TAB'], documentUrls: [address] });
    return context ?? null;
  }
  const tab = (await tabs.query({})).find(({ url }) => url === address);
  return tab?.id === undefined ? null : { tabId: tab.id, windowId: tab.windowId ?? -1 };
}
