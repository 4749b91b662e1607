import browser, { type Tabs } from 'webextension-polyfill';
import { createAsk, type MarkPlace, type ScannerRequests } from '../../core/messages.ts';
import { isSiteOff, type Settings, siteOf, switchSite } from '../../core/settings.ts';
import { changeSettings } from '../../platform/settings.ts';
import type { KnownPage } from './watch-page.ts';

/** The tab in front of this window; `?tab=` names another, for a pane that is a window or a page of its own. */
export async function tabInFront(): Promise<Tabs.Tab | undefined> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null) return browser.tabs.get(Number(named));
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/** What is known of a tab without the library, so that it is there at once. */
export function knownOf({ id = -1, url = '', title = '' }: Partial<Tabs.Tab>, settings: Settings): KnownPage {
  return { tabId: id, address: url, title, site: siteOf(url), isOn: settings.marks && !isSiteOff(settings, url) };
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
