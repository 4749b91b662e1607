import { type ConsentWanted, consentAddress } from '../core/network/consent-page.ts';
import { listOwnTabs, type OwnTabNeeds, showTab } from './own-tabs.ts';

/** Shows the page that says what is asked of whom: the one that is open for the same, or a new one. */
export async function openConsentPage(browser: OwnTabNeeds, wanted: ConsentWanted): Promise<void> {
  const url = browser.runtime.getURL(consentAddress(wanted));
  const open = (await listOwnTabs(browser)).find(({ address }) => address === url);
  if (open === undefined) await browser.tabs.create({ url });
  else await showTab(browser, open);
}
