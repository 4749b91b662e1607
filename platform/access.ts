import browser from 'webextension-polyfill';
import { type Access, ALL_SITES, patternsOfSite, sitesOf } from '../core/access.ts';
import { siteOf } from '../core/settings.ts';

/** Where the extension is let in: everywhere, and at an address. */
export async function readAccess(address = ''): Promise<Access> {
  const site = siteOf(address);
  const [all, here] = await Promise.all([
    browser.permissions.contains({ origins: [...ALL_SITES] }),
    site !== null && browser.permissions.contains({ origins: patternsOfSite(site) }),
  ]);
  return { all, here: all || here };
}

/** The sites that it is let into one by one; null where that is all. */
export async function readAllowedSites(): Promise<readonly string[] | null> {
  const [{ all }, { origins = [] }] = await Promise.all([readAccess(), browser.permissions.getAll()]);
  return all ? null : sitesOf(origins);
}

/** Asks the reader for one site, or for all where null is given; to be called while a click lasts. */
export function askForAccess(site: string | null): void {
  const origins = site === null ? [...ALL_SITES] : patternsOfSite(site);
  // Whoever waits for the answer hears of it as of any other change.
  browser.permissions.request({ origins }).catch(() => null);
}

/** Calls back when sites were given or taken, here or in the browser's own settings. */
export function onAccess(change: () => void): void {
  browser.permissions.onAdded?.addListener(change);
  browser.permissions.onRemoved?.addListener(change);
}
