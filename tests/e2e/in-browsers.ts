import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ExtensionApi } from '../../scripts/browsers/extension-pages.ts';
import type { BrowserName } from '../../scripts/browsers/find.ts';
import type { Options, Started } from '../../scripts/browsers/launch.ts';
import type { Pages } from '../../scripts/site/serve.ts';
import { keepTabs, type Tabs } from './kept-tabs.ts';
import { borrowForSuite } from './shared-browsers.ts';

/** What the browsers ask of their own makers, with or without an extension; all of it is refused. */
const OF_THE_BROWSER =
  /^(?:(?:accounts|clients2|android\.clients)\.google\.com|(?:update|content-autofill|optimizationguide-pa)\.googleapis\.com|redirector\.gvt1\.com|[a-z.-]+\.mozilla\.(?:com|org|net))$/;

export interface Bench extends Tabs {
  readonly name: BrowserName;
  readonly started: Started;
  /** One of the extension's own pages, to ask the browser's API from. */
  readonly extension: Page;
  /** Saves what a page shows for a person to look at. */
  picture(page: Page, title: string): Promise<void>;
}

/** Runs the same tests against the built extension in Chromium and in Firefox; any request beside `pages` fails. */
export function inBrowsers(
  title: string,
  pages: Pages,
  define: (bench: () => Bench) => void,
  options: Options = {},
): void {
  describe.each(['chrome', 'firefox'] as const)(`${title} in %s`, (name) => {
    const lent = borrowForSuite(name, pages, options);
    let bench: Bench;

    beforeAll(async () => {
      const { started } = lent();
      bench = {
        name,
        started,
        extension: await started.openExtensionPage('options.html'),
        ...keepTabs(started.browser),
        async picture(page, of) {
          await page.bringToFront();
          await page.screenshot({ path: `pictures/${name}-${of}.png` });
        },
      };
    });
    // What a first try left open would spoil the second; of some of it the driver may not have heard.
    beforeEach(async ({ task }) => {
      if ((task.result?.retryCount ?? 0) > 0) await closeOthers(bench.extension);
    });
    // Before it is given back, for what is registered last comes first.
    afterAll(() => bench?.keepNoMore());

    define(() => bench);

    test('no request leaves the browser', () => {
      expect(lent().refused.filter((host) => !OF_THE_BROWSER.test(host))).toEqual([]);
    });
  });
}

/** Closes all tabs but that of a page of the extension. */
async function closeOthers(extension: Page): Promise<void> {
  await extension.evaluate(async () => {
    const { tabs } = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as ExtensionApi;
    const own = await tabs.getCurrent();
    const all = await tabs.query({});
    await tabs.remove(all.flatMap(({ id }) => (id === undefined || id === own?.id ? [] : [id])));
  });
}

/** The markup in the card of the page that a tab shows, or null where none is open. */
export function readCard(extension: Page, tabId: number): Promise<string | null> {
  return inCard(extension, tabId, (root) => root.querySelector('article')?.outerHTML ?? null);
}

/**
 * What a function says of the content of a tab's card, or null where none is open. The card's shadow roots are closed
 * to the page; extensions may look into them. The function travels as text, so it stands by itself.
 */
export function inCard<Result, Argument = null>(
  extension: Page,
  tabId: number,
  read: (root: ShadowRoot, argument: Argument) => Result,
  argument?: Argument,
): Promise<Result | null> {
  return extension.evaluate(`(globalThis.browser ?? globalThis.chrome).scripting.executeScript({
    target: { tabId: ${tabId}, allFrames: true },
    args: [${JSON.stringify(argument ?? null)}],
    func: (argument) => {
      const rootOf = (host) => globalThis.chrome?.dom?.openOrClosedShadowRoot(host) ?? host.openOrClosedShadowRoot;
      const hostIn = (root) => root.querySelector('[data-ifg-gloss-host=card][data-open]') ?? hostBelow(root);
      const hostBelow = (root) => {
        for (const element of root.querySelectorAll('*')) {
          const inner = element instanceof HTMLElement ? rootOf(element) : null;
          const host = inner && hostIn(inner);
          if (host) return host;
        }
        return null;
      };
      // A page's document may have an image of that name.
      const host = hostIn(Reflect.get(Document.prototype, 'documentElement', document));
      if (host === null) return null;
      const outer = rootOf(host);
      const inner = outer.querySelector('iframe')?.contentDocument ?? outer;
      return (${read})(rootOf(inner.body ?? inner.querySelector('.box > div')), argument);
    },
  }).then((frames) => frames.map(({ result }) => result ?? null).find((result) => result !== null) ?? null)`) as Promise<Result | null>;
}

/** What the background does at the shortcut, which no driver can press: it belongs to the browser. */
export async function askToOpenCard(extension: Page, tabId: number): Promise<void> {
  await extension.evaluate((id) => {
    const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as ExtensionApi;
    return api.tabs.sendMessage(id, { name: 'openCard', request: {} });
  }, tabId);
}

/** What the browser shows on the toolbar button for a tab. */
export function readBadge(extension: Page, tabId: number): Promise<string> {
  return extension.evaluate((id) => {
    const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as ExtensionApi;
    return api.action.getBadgeText({ tabId: id });
  }, tabId);
}
