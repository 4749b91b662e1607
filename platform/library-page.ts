import { addressOfRoute, LIBRARY_PAGE, type LibraryRoute } from '../core/library-route.ts';
import type { LibraryTabRequests } from '../core/protocol/tab-requests.ts';
import { createAsk } from '../core/protocol/wire.ts';
import { listOwnTabs, type OwnTab, type OwnTabNeeds, showTab } from './own-tabs.ts';

/** As much of the browser's API as this needs. */
export interface LibraryPageNeeds extends OwnTabNeeds {
  readonly tabs: OwnTabNeeds['tabs'] & { sendMessage(tabId: number, message: unknown): Promise<unknown> };
}

/** Where something is to be shown, as the browser's address bar says it. */
export type Place = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab';

/** Shows the library: the page that a window has open goes to the route, or stays where it is for null; else a new tab opens. */
export async function openLibrary(
  browser: LibraryPageNeeds,
  route: LibraryRoute | null,
  windowId: number,
): Promise<void> {
  const open = (await listLibraryTabs(browser)).find((tab) => tab.windowId === windowId);
  const address = route === null ? LIBRARY_PAGE : addressOfRoute(route);
  if (open === undefined) await browser.tabs.create({ url: browser.runtime.getURL(address) });
  else if (route === null) await showTab(browser, open);
  else await lead(browser, open, address);
}

/** Shows an address of the library page in the tab in front, or in a new one. */
export async function showInTab(browser: LibraryPageNeeds, address: string, place: Place): Promise<void> {
  const url = browser.runtime.getURL(address);
  const [front] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  // Chrome shows no page of the extension's in a private window.
  if (place !== 'currentTab' || front?.id === undefined || front.incognito) {
    await browser.tabs.create({ url, active: place !== 'newBackgroundTab' });
    return;
  }
  const open = (await listLibraryTabs(browser)).find(({ tabId }) => tabId === front.id);
  if (open === undefined) await browser.tabs.update(front.id, { active: true, url });
  else await lead(browser, open, address);
}

async function listLibraryTabs(browser: LibraryPageNeeds): Promise<readonly OwnTab[]> {
  const page = browser.runtime.getURL(LIBRARY_PAGE);
  return (await listOwnTabs(browser)).filter(({ address }) => address.split(/[?#]/, 1)[0] === page);
}

/** The page goes there by itself, for loading it anew would end what it does. */
async function lead(browser: LibraryPageNeeds, tab: OwnTab, address: string): Promise<void> {
  const askPage = createAsk<LibraryTabRequests>((message) => browser.tabs.sendMessage(tab.tabId, message));
  const isThere = await askPage('goTo', { address }).catch(() => false);
  await showTab(browser, tab, isThere ? undefined : browser.runtime.getURL(address));
}
