import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../scripts/browsers/find.ts';
import type { Started } from '../../scripts/browsers/launch.ts';
import { inFirefoxWindow } from './firefox-window.ts';

/** Opens pages of the extension's own and hears, from their first line on, what their content security policy refuses. */
export interface PolicyWatch {
  open(path: string): Promise<Page>;
  /** All that was refused until now, a sentence of the browser's each. */
  refused(): Promise<readonly string[]>;
}

export function watchPolicy(name: BrowserName, started: Started): Promise<PolicyWatch> {
  return name === 'chrome' ? watchInChrome(started) : watchInFirefox(started);
}

async function watchInChrome({ browser, extensionRoot }: Started): Promise<PolicyWatch> {
  const pages: Page[] = [];
  return {
    async open(path) {
      const page = await browser.newPage();
      pages.push(page);
      await page.evaluateOnNewDocument(() => {
        const refused: string[] = [];
        Object.assign(globalThis, { refused });
        addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
          refused.push(`${effectiveDirective} ${blockedURI}`);
        });
      });
      await page.goto(extensionRoot + path);
      return page;
    },
    async refused() {
      const read = () => Reflect.get(globalThis, 'refused') as string[];
      return (await Promise.all(pages.map((page) => page.evaluate(read)))).flat();
    },
  };
}

/** Firefox lets a driver run nothing in an extension's page before the page's own scripts; its console hears all. */
async function watchInFirefox({ browser, extensionRoot, openExtensionPage }: Started): Promise<PolicyWatch> {
  await inFirefoxWindow(browser, 'Services.console.reset()');
  const said = `JSON.stringify(Services.console.getMessageArray()
    .filter((message) => message instanceof Ci.nsIScriptError && message.category.startsWith('CSP_'))
    .filter(({ sourceName }) => sourceName.startsWith('${extensionRoot}'))
    .map(({ errorMessage }) => errorMessage))`;
  return {
    open: openExtensionPage,
    refused: async () => JSON.parse(String(await inFirefoxWindow(browser, said))) as string[],
  };
}
