import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type BrowserName, findBrowser } from './find.ts';

const FIREFOX_UUID = '6e9f5c1a-8a5d-4b7e-9f0c-2d1b3a4c5e6f';
const ADDON_ID = 'ifg-gloss@gloss.example';

/** Forced colours come with less motion here, as with those who need both. */
export type Scheme = 'light' | 'dark' | 'forced';

export interface Options {
  readonly headless?: boolean;
  /** False for a browser into which the extension is installed later, or never. */
  readonly withExtension?: boolean;
  /** True leaves the page open that greets after the first install. */
  readonly withWelcome?: boolean;
  /** What pages are told of the reader; light where nothing is given. */
  readonly scheme?: Scheme;
  /** Pixels of a letter's height where a page says nothing of it; 16 where none is given. */
  readonly textSize?: number;
  /** True for a Firefox as on a phone: pages are told of a finger and of no pointer, and say themselves how wide they are. */
  readonly isTouched?: boolean;
  /** False where a page that is left is to leave nothing in memory; true where none is given. */
  readonly keepsLeftPages?: boolean;
  /** The folder with what was built for each browser; what `wxt build` wrote where none is given. */
  readonly built?: URL;
  /** Milliseconds after which Firefox stops an idle background. */
  readonly backgroundIdle?: number;
  /** Milliseconds after which an answer that the browser owes the driver is lost; three minutes where none is given. */
  readonly answersWithin?: number;
  /** A folder for the profile that outlives the browser; a new one that does not where none is given. */
  readonly profile?: string;
}

export interface Started {
  readonly browser: Browser;
  /** Installs what was built, or another time over itself; from the folder of the options where none is given. */
  install(built?: URL): Promise<void>;
  /** Takes it away with all that it stored. */
  uninstall(): Promise<void>;
  /** Where the extension's own pages are: `chrome-extension://…/` or `moz-extension://…/`. */
  readonly extensionRoot: string;
  openExtensionPage(path: string): Promise<Page>;
}

export const BUILT = new URL('../../.output/', import.meta.url);

/** Starts a browser with the built extension in a profile of its own, with one proxy as its only way out. */
export async function startBrowser(name: BrowserName, proxyPort: number, options: Options = {}): Promise<Started> {
  const started = await (name === 'chrome' ? startChrome(proxyPort, options) : startFirefox(proxyPort, options));
  await installFirst(started, options);
  return started;
}

/** Installs the extension into a browser that does not have it, as the options say. */
export async function installFirst(started: Started, { withExtension, withWelcome, built }: Options): Promise<void> {
  if (withExtension === false) return;
  await started.install(built);
  const welcome = await findWelcome(started);
  if (withWelcome !== true) await welcome.close();
}

/** The page that the extension opens when it is installed for the first time in a profile. */
export function findWelcome({ browser, extensionRoot }: Started): Promise<Page> {
  return findPage(browser, `${extensionRoot}welcome.html`);
}

async function startChrome(
  proxyPort: number,
  { headless = true, scheme, textSize = 16, keepsLeftPages = true, built = BUILT, answersWithin, profile }: Options,
): Promise<Started> {
  const browser = await puppeteer.launch({
    browser: 'chrome',
    ...(profile !== undefined && { userDataDir: profile }),
    ...(answersWithin !== undefined && { protocolTimeout: answersWithin }),
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
      // The pages of the test sites are served over http only, and no search engine is got ready at the start.
      `--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,PreconnectToSearch,AimServerRequestOnStartupEnabled${keepsLeftPages ? '' : ',BackForwardCache'}`,
      '--lang=en-GB',
      `--blink-settings=preferredColorScheme=${scheme === 'dark' ? 0 : 1},defaultFontSize=${textSize}`,
      ...(scheme === 'forced' ? ['--force-high-contrast', '--force-prefers-reduced-motion'] : []),
      `--proxy-server=http://127.0.0.1:${proxyPort}`,
    ],
  });
  let extensionRoot = '';
  return {
    browser,
    get extensionRoot() {
      return extensionRoot;
    },
    async install(from = built) {
      extensionRoot = `chrome-extension://${await browser.installExtension(fileURLToPath(new URL('chrome-mv3', from)))}/`;
    },
    uninstall: () => browser.uninstallExtension(new URL(extensionRoot).host),
    async openExtensionPage(path) {
      const page = await browser.newPage();
      await page.goto(extensionRoot + path);
      return page;
    },
  };
}

async function startFirefox(proxyPort: number, options: Options): Promise<Started> {
  const { headless = true, isTouched = false, keepsLeftPages = true, built = BUILT, answersWithin, profile } = options;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    ...(profile !== undefined && { userDataDir: profile }),
    ...(answersWithin !== undefined && { protocolTimeout: answersWithin }),
    executablePath: findBrowser('firefox'),
    headless,
    // A page that says nothing of its width is wider than the window then, and the driver waits for that in vain.
    ...(isTouched && { defaultViewport: null }),
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: FIREFOX_UUID }),
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'dom.security.https_first': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      // Of a PDF, whose viewer is a secure page, the icon would be asked for over https.
      'browser.chrome.site_icons': false,
      ...preferencesOf(options),
      ...(!keepsLeftPages && { 'browser.sessionhistory.max_total_viewers': 0 }),
      // 1 is a coarse pointer, which does not hover: https://searchfox.org/mozilla-central/source/widget/LookAndFeel.h
      ...(isTouched && {
        'ui.primaryPointerCapabilities': 1,
        'ui.allPointerCapabilities': 1,
        'dom.meta-viewport.enabled': true,
      }),
      // What is installed for a session is taken away at the next one's start, and its address with it.
      'extensions.webextensions.keepStorageOnUninstall': profile !== undefined,
      'extensions.webextensions.keepUuidOnUninstall': true,
    },
  });
  const extensionRoot = `moz-extension://${FIREFOX_UUID}/`;
  return {
    browser,
    extensionRoot,
    async install(from = built) {
      await browser.installExtension(fileURLToPath(new URL('firefox-mv3', from)));
    },
    uninstall: () => browser.uninstallExtension(ADDON_ID),
    openExtensionPage: (path) => openInFirefox(browser, extensionRoot + path),
  };
}

/** What Firefox takes also while it runs: each of them is a whole number. */
export function preferencesOf({ scheme, textSize = 16, backgroundIdle = 30_000 }: Options): Record<string, number> {
  const isForced = scheme === 'forced';
  return {
    'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1,
    'font.size.variable.x-western': textSize,
    'font.size.variable.x-unicode': textSize,
    'browser.display.document_color_use': isForced ? 2 : 0,
    'ui.prefersReducedMotion': isForced ? 1 : 0,
    'extensions.background.idle.timeout': backgroundIdle,
  };
}

/** Firefox does not report the load of an extension's page, so it is looked for among all pages that are new. */
async function openInFirefox(browser: Browser, address: string): Promise<Page> {
  const others = await browser.pages();
  const blank = await browser.newPage();
  void blank.goto(address).catch(() => null);
  return findPage(browser, address, others);
}

/** The page that has loaded at an address, or does within ten seconds. */
export async function findPage(browser: Browser, address: string, others: readonly Page[] = []): Promise<Page> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    for (const page of await browser.pages()) {
      if (others.includes(page)) continue;
      if ((await loadedAddressOf(page)) === address) return page;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${address} did not open`);
}

/** Empty where the page does not say. */
export function addressOf(page: Page): Promise<string> {
  return askSoon(page, () => location.href);
}

/** Empty until the page has loaded: before, one of the extension's own may not have the browser's API yet. */
function loadedAddressOf(page: Page): Promise<string> {
  return askSoon(page, () => (document.readyState === 'complete' ? location.href : ''));
}

/** Empty where the page does not answer within two seconds: of one that is just left the answer may be lost. */
function askSoon(page: Page, question: () => string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const timer = setTimeout(resolve, 2000, '');
  void page
    .evaluate(question)
    .catch(() => '')
    .then(resolve)
    .finally(() => clearTimeout(timer));
  return promise;
}
