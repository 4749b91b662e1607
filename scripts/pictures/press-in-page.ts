import type { Page } from 'puppeteer-core';
import { readShadow } from '../browsers/shadow.ts';
import { pause, waitFor } from './wait.ts';

/** Clicks what matches in the shadow root of one of our hosts, when it is there, and waits until it has done. */
export async function pressInPage(
  page: Page,
  { extension, tab }: { readonly extension: Page; readonly tab: number },
  host: string,
  selector: string,
): Promise<void> {
  const { x, y } = await waitFor(async () => (await readShadow(extension, tab, host, selector))[0]);
  await page.mouse.click(x, y);
  await pause(500);
}
