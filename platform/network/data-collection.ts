import browser, { type Permissions } from 'webextension-polyfill';
import type { Consent } from '../../core/network/consent.ts';
import type { Purpose } from '../../core/network/purpose.ts';

/** What the polyfill's types do not know of Firefox. */
interface Collecting {
  readonly data_collection?: readonly string[];
}

/** What Firefox calls the data that a purpose sends; the manifest names them as optional. */
const TYPES: Readonly<Record<Purpose, string>> = {
  refresh: 'browsingActivity',
  accounts: 'searchTerms',
  ask: 'browsingActivity',
};

/**
 * Whether the browser lets a purpose be switched on. Firefox asks its reader, once, and only while a click lasts: nothing may
 * be awaited before this. Other browsers do not ask.
 */
export function askToCollect(purpose: Purpose): Promise<boolean> {
  if (!import.meta.env.FIREFOX) return Promise.resolve(true);
  const wanted: Collecting = { data_collection: [TYPES[purpose]] };
  return browser.permissions.request(wanted as Permissions.Permissions);
}

/** Gives back to Firefox what no purpose that is on needs; never rejects, for what is not given back is only not used. */
export async function stopCollecting(on: Consent['on']): Promise<void> {
  if (!import.meta.env.FIREFOX) return;
  const purposes = Object.keys(TYPES) as Purpose[];
  const needed = new Set(purposes.filter((purpose) => on[purpose]).map((purpose) => TYPES[purpose]));
  const idle = [...new Set(Object.values(TYPES))].filter((type) => !needed.has(type));
  if (idle.length === 0) return;
  const unneeded: Collecting = { data_collection: idle };
  await browser.permissions.remove(unneeded as Permissions.Permissions).catch(() => null);
}

/** Calls back with the purposes that the reader has taken back in the browser's own settings. */
export function onCollectingRefused(listener: (purposes: readonly Purpose[]) => void): void {
  browser.permissions.onRemoved?.addListener((removed) => {
    const { data_collection: types = [] } = removed as Collecting;
    const purposes = (Object.keys(TYPES) as Purpose[]).filter((purpose) => types.includes(TYPES[purpose]));
    if (purposes.length > 0) listener(purposes);
  });
}
