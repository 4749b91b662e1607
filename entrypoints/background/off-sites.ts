import type { Scripting } from 'webextension-polyfill';

/** As much of the browser's API as this needs. */
export type Registering = Pick<
  Scripting.Static,
  'getRegisteredContentScripts' | 'registerContentScripts' | 'unregisterContentScripts'
>;

/** What the ids of the browser's registered scripts begin with. One for all sites: thousands of scripts take a minute. */
const PREFIX = 'off:';
const SCRIPT = 'off-site.js';

/** Has the pages of these sites, and of no others, tell the background of themselves. */
export async function watchSites(scripting: Registering, sites: readonly string[]): Promise<void> {
  const all = await scripting.getRegisteredContentScripts();
  const registered = all.filter(({ id }) => id.startsWith(PREFIX));
  const watched = registered.flatMap(({ matches = [] }) => matches);
  const wanted = [...new Set(sites.map(patternOf))];
  if (watched.toSorted().join() === wanted.toSorted().join()) return;
  if (registered.length > 0) await scripting.unregisterContentScripts({ ids: registered.map(({ id }) => id) });
  await register(scripting, PREFIX, wanted);
}

/** Has a page that was there before its site was switched off do the same, for when the reader comes back to it. */
export async function watchPage(scripting: Pick<Scripting.Static, 'executeScript'>, tabId: number): Promise<void> {
  await scripting.executeScript({ target: { tabId }, files: [SCRIPT] });
}

function patternOf(site: string): string {
  return `*://${site}/*`;
}

/** A browser refuses all patterns for one that is none, so those that it refuses are tried in halves. */
async function register(scripting: Registering, id: string, matches: string[]): Promise<void> {
  if (matches.length === 0) return;
  try {
    await scripting.registerContentScripts([{ id, matches, js: [SCRIPT], runAt: 'document_start' }]);
  } catch {
    if (matches.length === 1) return;
    const middle = Math.ceil(matches.length / 2);
    await register(scripting, `${id}0`, matches.slice(0, middle));
    await register(scripting, `${id}1`, matches.slice(middle));
  }
}
