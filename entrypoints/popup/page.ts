import browser from 'webextension-polyfill';
import {
  type BackgroundRequests,
  createAsk,
  type FrameMarks,
  type ScannerRequests,
  type TabState,
} from '../../core/messages.ts';
import { parseSettings, SETTINGS_KEY, switchSite } from '../../core/settings.ts';

/** What the popup shows of the page in front. */
export interface Page extends TabState {
  readonly frames: readonly FrameMarks[];
}

const ask = createAsk<BackgroundRequests>((message) => browser.runtime.sendMessage(message));

export async function loadPage(): Promise<Page> {
  const tabId = await tabInFront();
  const [state, frames] = await Promise.all([ask('describeTab', { tabId }), ask('listMarks', { tabId })]);
  return { ...state, frames };
}

/** The tab in front; `?tab=` names another, for the popup opened as a page of its own. */
async function tabInFront(): Promise<number> {
  const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  if (Number.isInteger(named)) return named;
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? -1;
}

export async function showMark(tabId: number, frameId: number, id: number): Promise<void> {
  await browser.tabs.update(tabId, { active: true });
  const askScanner = createAsk<ScannerRequests>((message) => browser.tabs.sendMessage(tabId, message, { frameId }));
  await askScanner('showMark', { id });
}

export async function switchThisSite({ site }: Page, on: boolean): Promise<void> {
  if (site === null) return;
  const settings = switchSite(await readSettings(), site, on);
  await browser.storage.local.set({ [SETTINGS_KEY]: on ? { ...settings, marks: true } : settings });
}

async function readSettings() {
  return parseSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]);
}
