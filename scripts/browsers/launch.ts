import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type BrowserName, findBrowser } from './find.ts';

const FIREFOX_UUID = '6e9f5c1a-8a5d-4b7e-9f0c-2d1b3a4c5e6f';
const ADDON_ID = 'ifg-gloss@gloss.example';

export interface Started {
  readonly browser: Browser;
  /** Where the extension's own pages are: `chrome-extension://…/` or `moz-extension://…/`. */
  readonly extensionRoot: string;
  openExtensionPage(path: string): Promise<Page>;
}

const BUILT = new URL('../../.output/', import.meta.url);

/** Starts a browser with the built extension in a profile of its own, with one proxy as its only way out. */
export async function startBrowser(name: BrowserName, proxyPort: number, headless = true): Promise<Started> {
  return name === 'chrome' ? startChrome(proxyPort, headless) : startFirefox(proxyPort, headless);
}

async function startChrome(proxyPort: number, headless: boolean): Promise<Started> {
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath: findBrowser('chrome'),
    headless,
    pipe: true,
    enableExtensions: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // The pages of the test sites are served over http only.
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
      '--lang=en-GB',
      `--proxy-server=http://127.0.0.1:${proxyPort}`,
    ],
  });
  const id = await browser.installExtension(fileURLToPath(new URL('chrome-mv3', BUILT)));
  const extensionRoot = `chrome-extension://${id}/`;
  return {
    browser,
    extensionRoot,
    async openExtensionPage(path) {
      const page = await browser.newPage();
      await page.goto(extensionRoot + path);
      return page;
    },
  };
}

async function startFirefox(proxyPort: number, headless: boolean): Promise<Started> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: FIREFOX_UUID }),
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'dom.security.https_first': false,
    },
  });
  await browser.installExtension(fileURLToPath(new URL('firefox-mv3', BUILT)));
  const extensionRoot = `moz-extension://${FIREFOX_UUID}/`;
  return { browser, extensionRoot, openExtensionPage: (path) => openInFirefox(browser, extensionRoot + path) };
}

/** Firefox does not report the load of an extension's page, so it is looked for among all pages. */
async function openInFirefox(browser: Browser, address: string): Promise<Page> {
  const blank = await browser.newPage();
  void blank.goto(address).catch(() => null);
  for (let attempt = 0; attempt < 100; attempt += 1) {
    for (const page of await browser.pages()) {
      const href = await page.evaluate(() => location.href).catch(() => '');
      if (href === address) return page;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${address} did not open`);
}
