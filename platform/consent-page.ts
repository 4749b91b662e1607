import type { Runtime, Tabs } from 'webextension-polyfill';
import { type ConsentWanted, consentAddress } from '../core/network/consent-page.ts';

/** As much of the browser's API as this needs; Firefox for Android has no windows. */
export interface ConsentPageNeeds {
  readonly runtime: Pick<Runtime.Static, 'getURL'>;
  readonly tabs: Pick<Tabs.Static, 'create' | 'query'> & {
    update(tabId: number, how: { readonly active: boolean }): Promise<unknown>;
  };
  readonly windows?: { update(windowId: number, how: { readonly focused: boolean }): Promise<unknown> };
}

/** Shows the page that says what is asked of whom: the one that is open for the same, or a new one. */
export async function openConsentPage(browser: ConsentPageNeeds, wanted: ConsentWanted): Promise<void> {
  const address = browser.runtime.getURL(consentAddress(wanted));
  const open = (await browser.tabs.query({})).find(({ url }) => url === address);
  if (open?.id === undefined) {
    await browser.tabs.create({ url: address });
    return;
  }
  await browser.tabs.update(open.id, { active: true });
  if (open.windowId !== undefined) await browser.windows?.update(open.windowId, { focused: true });
}
