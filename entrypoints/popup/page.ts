import browser, { type Tabs } from 'webextension-polyfill';
import type { Gloss } from '../../core/gloss.ts';
import {
  type BackgroundRequests,
  createAsk,
  type FrameMarks,
  type PageNames,
  type ScannerRequests,
} from '../../core/messages.ts';
import { isSiteOff, parseSettings, SETTINGS_KEY, siteOf, switchSite } from '../../core/settings.ts';

/** What the popup shows of the page in front. */
export interface Page {
  readonly tabId: number;
  readonly address: string;
  /** Null on pages that no extension may look at. */
  readonly site: string | null;
  readonly isOn: boolean;
  readonly gloss: Gloss | null;
  readonly frames: readonly FrameMarks[];
}

const ask = createAsk<BackgroundRequests>((message) => browser.runtime.sendMessage(message));

export async function loadPage(): Promise<Page> {
  const { id: tabId = -1, url: address = '', title = '' } = await pageInFront();
  const settings = await readSettings();
  const site = siteOf(address);
  const [gloss, frames] =
    site === null
      ? [null, []]
      : await Promise.all([
          readNames(tabId, title).then((names) => ask('describePage', { address, names })),
          ask('listMarks', { tabId }),
        ]);
  return { tabId, address, site, isOn: settings.marks && !isSiteOff(settings, address), gloss, frames };
}

/** What the page says of itself; only its title where no scanner runs, as in a viewer of PDFs. */
function readNames(tabId: number, title: string): Promise<PageNames> {
  return askScanner(tabId, 0)('readNames', {}).catch(() => ({ title, heading: '', canonical: '' }));
}

function askScanner(tabId: number, frameId: number) {
  return createAsk<ScannerRequests>((message) => browser.tabs.sendMessage(tabId, message, { frameId }));
}

/** The tab in front; `?tab=` names another, for the popup opened as a page of its own. */
async function pageInFront(): Promise<Partial<Tabs.Tab>> {
  const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  if (Number.isInteger(named)) return browser.tabs.get(named);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab ?? {};
}

export async function showMark(tabId: number, frameId: number, id: number): Promise<void> {
  await browser.tabs.update(tabId, { active: true });
  await askScanner(tabId, frameId)('showMark', { id });
}

export async function switchThisSite({ site }: Page, on: boolean): Promise<void> {
  if (site === null) return;
  const settings = switchSite(await readSettings(), site, on);
  await browser.storage.local.set({ [SETTINGS_KEY]: on ? { ...settings, marks: true } : settings });
}

async function readSettings() {
  return parseSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]);
}
