import browser from 'webextension-polyfill';

/** Ids of the browser's registered scripts, one a site: a host name that no pattern can hold then fails alone. */
const PREFIX = 'off:';
const SCRIPT = 'off-site.js';

/** Has the pages of these sites, and of no others, tell the background of themselves. */
export async function watchSites(sites: readonly string[]): Promise<void> {
  const registered = (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  const wanted = sites.map((site) => PREFIX + site);
  const gone = registered.filter((id) => id.startsWith(PREFIX) && !wanted.includes(id));
  if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone });
  const missing = sites.filter((site) => !registered.includes(PREFIX + site));
  await Promise.allSettled(missing.map(watchSite));
}

/** Has a page that was there before its site was switched off do the same, for when the reader comes back to it. */
export async function watchPage(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [SCRIPT] });
}

function watchSite(site: string): Promise<void> {
  return browser.scripting.registerContentScripts([
    { id: PREFIX + site, matches: [`*://${site}/*`], js: [SCRIPT], runAt: 'document_start' },
  ]);
}
