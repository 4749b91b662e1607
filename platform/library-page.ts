import { addressOfRoute, LIBRARY_PAGE, type LibraryRoute } from '../core/library-route.ts';
import type { LibraryTabRequests } from '../core/protocol/tab-requests.ts';
import { createAsk } from '../core/protocol/wire.ts';
import { listOwnTabs, type OwnTabNeeds, showTab } from './own-tabs.ts';

/** As much of the browser's API as this needs. */
export interface LibraryPageNeeds extends OwnTabNeeds {
  readonly tabs: OwnTabNeeds['tabs'] & { sendMessage(tabId: number, message: unknown): Promise<unknown> };
}

/**
 * Shows the library: the page that a window has open goes to the route, or stays where it is for null; else a new tab opens.
 * The page goes there by itself, for loading it anew would end what it does.
 */
export async function openLibrary(
  browser: LibraryPageNeeds,
  route: LibraryRoute | null,
  windowId: number,
): Promise<void> {
  const { runtime, tabs } = browser;
  const page = runtime.getURL(LIBRARY_PAGE);
  const open = (await listOwnTabs(browser)).find((tab) => tab.windowId === windowId && isAt(page, tab.address));
  const path = route === null ? LIBRARY_PAGE : addressOfRoute(route);
  const url = runtime.getURL(path);
  if (open === undefined) {
    await tabs.create({ url });
    return;
  }
  const askPage = createAsk<LibraryTabRequests>((message) => tabs.sendMessage(open.tabId, message));
  const isThere = route === null || (await askPage('goTo', { address: path }).catch(() => false));
  await showTab(browser, open, isThere ? undefined : url);
}

function isAt(page: string, address: string): boolean {
  return address.split(/[?#]/, 1)[0] === page;
}
