import type { Page } from 'puppeteer-core';
import { afterEach } from 'vitest';
import { addressOfRoute, type LibraryRoute } from '../../core/library-route.ts';
import type { Bench } from './in-browsers.ts';

interface LibraryPages {
  /** Opens the library page at a route, in front. */
  open(this: void, route: LibraryRoute): Promise<Page>;
  /** What is closed after each test. */
  readonly opened: Page[];
}

export function libraryPages(bench: () => Bench): LibraryPages {
  const opened: Page[] = [];
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.close().catch(() => null);
  });
  return {
    async open(route) {
      const page = await bench().started.openExtensionPage(addressOfRoute(route).slice(1));
      opened.push(page);
      await page.bringToFront();
      await page.waitForSelector('main h1');
      return page;
    },
    opened,
  };
}
