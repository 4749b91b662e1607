import browser, { type Runtime } from 'webextension-polyfill';
import { defaultSettings, isSiteOff, type Settings } from '../../core/settings.ts';
import { readSettings } from '../../platform/settings.ts';
import { translate } from '../../platform/translate.ts';
import { watchPage, watchSites } from './off-sites.ts';

/** The last change of icons: changes wait for each other, so that the newest settings win. */
let changing: Promise<unknown> = Promise.resolve();

/** Brings the icons of all tabs from what the settings were to what they are. */
export function changeIcons(before: Settings, after: Settings): void {
  changing = changing.then(() =>
    Promise.allSettled([showEverywhere(before, after), watchSites(browser.scripting, after.sitesOff)]),
  );
}

/** At the extension's start the browser shows the icon of marks that are on. */
export async function startIcons(): Promise<void> {
  changeIcons(defaultSettings, await readSettings());
  await changing;
}

/** Greys the icon of a tab that says it has opened a page of a site that is switched off. */
export async function showSiteOff({ tab }: Runtime.MessageSender): Promise<true> {
  if (tab?.id !== undefined && !hasMarks(await readSettings(), tab.url)) await showIcon(false, tab.id);
  return true;
}

/** A tab that has no icon of its own shows the one of all. */
async function showEverywhere(before: Settings, after: Settings): Promise<void> {
  const tabs = await browser.tabs.query({});
  const changed = tabs.flatMap(({ id, url = '' }) =>
    id !== undefined && hasMarks(before, url) !== hasMarks(after, url) ? [{ id, url }] : [],
  );
  await Promise.allSettled([
    showIcon(after.marks),
    ...changed.map(({ id, url }) => showIcon(hasMarks(after, url), id)),
    ...changed.filter(({ url }) => isSiteOff(after, url)).map(({ id }) => watchPage(browser.scripting, id)),
  ]);
}

function hasMarks(settings: Settings, address = ''): boolean {
  return settings.marks && !isSiteOff(settings, address);
}

const SIZES = ['16', '32', '48'];

/** The title says what the icon does, for those who cannot see it; a failing icon leaves the old title too. */
async function showIcon(isOn: boolean, tabId?: number): Promise<void> {
  const where = tabId === undefined ? {} : { tabId };
  const path = Object.fromEntries(SIZES.map((size) => [size, `/icon/${isOn ? '' : 'off-'}${size}.png`]));
  await browser.action.setIcon({ ...where, path });
  await browser.action.setTitle({
    ...where,
    title: translate(isOn ? 'extension_name' : 'action_title_off'),
  });
}
