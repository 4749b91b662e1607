import type { Page } from 'puppeteer-core';
import { findPage, type Started } from './launch.ts';

/** The part of the browser's API that is asked from an extension's page. */
export interface ExtensionApi {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly tabs: {
    query(of: object): Promise<{ readonly id?: number; readonly url?: string }[]>;
    sendMessage(tabId: number, message: unknown): Promise<unknown>;
    /** The tab of the page that asks. */
    getCurrent(): Promise<{ readonly id?: number } | undefined>;
    remove(tabIds: readonly number[]): Promise<void>;
  };
  readonly action: {
    getBadgeText(of: { readonly tabId: number }): Promise<string>;
    getTitle(of: { readonly tabId?: number }): Promise<string>;
  };
  readonly scripting: {
    executeScript<Result>(of: object): Promise<{ readonly result: Result }[]>;
  };
}

/** The number of the tab that shows an address, asked from one of the extension's pages; -1 where none does. */
export function findTab(extensionPage: Page, address: string): Promise<number> {
  return extensionPage.evaluate(async (wanted) => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const tabs = await (api as ExtensionApi).tabs.query({});
    return tabs.find(({ url }) => url === wanted)?.id ?? -1;
  }, address);
}

/** Opens the popup of a tab as a page of its own, because no driver reaches the toolbar. */
export async function openPopup(started: Started, tabId: number): Promise<Page> {
  const popup = await started.openExtensionPage(`popup.html?tab=${tabId}`);
  // Firefox refuses to resize an extension's page.
  await popup.setViewport({ width: 400, height: 600 }).catch(() => null);
  await popup.waitForSelector('main > *');
  return popup;
}

/** The extension's page that is open at an address of its own, or opens within ten seconds. */
export async function findOwnPage({ browser, extensionRoot }: Started, path: string): Promise<Page> {
  const page = await findPage(browser, extensionRoot + path);
  await page.waitForSelector('h1');
  return page;
}
