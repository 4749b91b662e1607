import browser, { type Tabs } from 'webextension-polyfill';
import { kindOfTab } from '../../core/page-kind.ts';
import type { MarkPlace } from '../../core/protocol/marks.ts';
import type { ScannerRequests } from '../../core/protocol/tab-requests.ts';
import { createAsk } from '../../core/protocol/wire.ts';
import { isSiteOff, type Settings, siteOf, switchSite } from '../../core/settings.ts';
import { readAccess } from '../../platform/access.ts';
import { changeSettings } from '../../platform/settings.ts';
import type { KnownPage } from './watch-page.ts';

/** The tab in front of this window; `?tab=` names another, for a pane that is a window or a page of its own. */
export async function tabInFront(): Promise<Tabs.Tab | undefined> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null) return tabNumbered(Number(named));
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

async function tabNumbered(tabId: number): Promise<Tabs.Tab | undefined> {
  try {
    return await browser.tabs.get(tabId);
  } catch {
    // It is closed, or there can be none of this number.
    return undefined;
  }
}

/** What is known of a tab without the library, so that it is there at once; undefined is one that is not there. */
export async function knownOf(tab: Tabs.Tab | undefined, settings: Settings): Promise<KnownPage> {
  const { id = -1, title = '', discarded: isAsleep = false } = tab ?? {};
  // Chrome says null where it does not tell.
  const address = tab?.url ?? '';
  const kind = kindOfTab(tab === undefined ? null : { address, isAsleep }, await readAccess(address));
  const site = siteOf(address);
  return { tabId: id, address, title, site, kind, isOn: settings.marks && !isSiteOff(settings, address) };
}

/** Goes to a mark; false where the page does not show it. */
export async function showMark(tabId: number, { frameId, id }: MarkPlace): Promise<boolean> {
  await browser.tabs.update(tabId, { active: true });
  const askScanner = createAsk<ScannerRequests>((message) => browser.tabs.sendMessage(tabId, message, { frameId }));
  return askScanner('showMark', { id });
}

/** Switches a site on or off; what is switched on is marked, whatever was off before. */
export function switchMarks(site: string, on: boolean): Promise<void> {
  return changeSettings((latest) => ({ ...switchSite(latest, site, on), ...(on && { marks: true }) }));
}
