import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { findTab } from '../../scripts/browsers/extension-pages.ts';
import { readShadow, type ShadowElement } from '../../scripts/browsers/shadow.ts';
import { REPORT } from './apps/addresses.ts';
import type { Bench } from './in-browsers.ts';

export const REPORT_PAGE = REPORT.replace('https', 'http');

/** What stands in a report page: the panel with its tab, or the signs with their notes. */
type Host = 'panel' | 'remarks';

/** A report page, and hands and eyes for what stands beside it. */
export interface ReportPageDriver {
  readonly page: Page;
  find(host: Host, selector: string): Promise<readonly ShadowElement[]>;
  waitFor(host: Host, selector: string): Promise<ShadowElement>;
  click(host: Host, selector: string): Promise<void>;
}

export async function visitReportPage(bench: Bench, address = REPORT_PAGE): Promise<ReportPageDriver> {
  return watchReportPage(bench, await bench.open(address));
}

/** For a page that is open. */
export async function watchReportPage({ extension }: Pick<Bench, 'extension'>, page: Page): Promise<ReportPageDriver> {
  const tabId = await findTab(extension, page.url());
  const find = (host: Host, selector: string) =>
    readShadow(extension, tabId, `[data-ifg-gloss-host=${host}]`, selector);
  const waitFor = async (host: Host, selector: string) => {
    await expect.poll(() => find(host, selector), { timeout: 5000 }).not.toEqual([]);
    const [first] = await find(host, selector);
    return first as ShadowElement;
  };
  const scrollTo = async (host: Host, selector: string): Promise<ShadowElement> => {
    const { x, y } = await waitFor(host, selector);
    const height = await page.evaluate(() => innerHeight);
    if (y > 0 && y < height) return waitFor(host, selector);
    await page.mouse.move(x, height / 2);
    await page.mouse.wheel({ deltaY: Math.round(y - height / 2) });
    await expect.poll(async () => (await waitFor(host, selector)).y, { timeout: 5000 }).toBeLessThan(height);
    return waitFor(host, selector);
  };
  return {
    page,
    find,
    waitFor,
    async click(host, selector) {
      const { x, y } = await scrollTo(host, selector);
      await page.mouse.click(x, y);
    },
  };
}

/** Makes the window of a page this large; Firefox 140 does so, and then says that it cannot turn it. */
export async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewport({ width, height }).catch(() => null);
}
