import type { Browser, Page } from 'puppeteer-core';

/** What changes a tab for good. */
const LASTING = [
  'createCDPSession',
  'emulateMediaFeatures',
  'emulateMediaType',
  'evaluateOnNewDocument',
  'exposeFunction',
  'setViewport',
] as const;

/** What tests hear of a tab; the driver itself hears none of it. */
const HEARD = ['console', 'dialog', 'pageerror', 'popup'] as const;

/** Milliseconds that a page has to be left in; one that asks its reader first, or hangs, takes longer. */
const PATIENCE = 2000;

export interface Tabs {
  /** An empty tab. */
  openTab(): Promise<Page>;
  /** In a tab that a test before may have closed. */
  open(address: string): Promise<Page>;
  /** From now on a tab that is closed is gone. */
  keepNoMore(): void;
}

/**
 * Gives tabs that earlier tests have closed, for a tab of its own costs a browser a process and half a second.
 * A tab that a test has changed in another way than by going somewhere is closed when that test closes it.
 */
export function keepTabs(browser: Browser): Tabs {
  const keeping = { kept: [] as Page[], isOn: true };
  const openTab = async () => {
    // A second try begins with the first one's tabs closed.
    let page = keeping.kept.pop();
    while (page?.isClosed()) page = keeping.kept.pop();
    return page ?? keepWhenClosed(await browser.newPage(), keeping);
  };
  return {
    openTab,
    keepNoMore() {
      keeping.isOn = false;
    },
    async open(address) {
      const page = await openTab();
      await page.goto(address);
      return page;
    },
  };
}

function keepWhenClosed(page: Page, keeping: { readonly kept: Page[]; readonly isOn: boolean }): Page {
  let isAsNew = true;
  for (const name of LASTING) {
    const method = page[name] as (...given: unknown[]) => unknown;
    Object.defineProperty(page, name, {
      value(...given: unknown[]) {
        isAsNew = false;
        return method.apply(page, given);
      },
    });
  }
  const close = page.close.bind(page);
  page.close = async (options) => {
    for (const event of HEARD) page.removeAllListeners(event);
    if (keeping.isOn && isAsNew && (await isLeft(page))) keeping.kept.push(page);
    else await close(options);
  };
  return page;
}

/** What a page itself replaces stays in its process, and the page is not kept to go back to. */
function isLeft(page: Page): Promise<boolean> {
  return Promise.all([
    // Where the next test points, the pointer has to come from elsewhere.
    page.mouse.move(0, 0),
    page.waitForNavigation({ timeout: PATIENCE }),
    page.evaluate(() => location.replace('about:blank')),
  ]).then(
    () => true,
    () => false,
  );
}
