import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, onTestFinished } from 'vitest';
import type { BrowserName } from '../../scripts/browsers/find.ts';
import {
  installFirst,
  type Options,
  preferencesOf,
  type Started,
  startBrowser,
} from '../../scripts/browsers/launch.ts';
import { type Pages, type Site, serveSite } from '../../scripts/site/serve.ts';
import { inFirefoxWindow } from './firefox-window.ts';

/** A browser with the extension as it is after its installation, for the tests of one file or for one test. */
export interface Lent {
  readonly started: Started;
  /** The hosts of all requests that no page answered. */
  readonly refused: readonly string[];
  /** It serves others, unless a test failed in it: what is left there may be the cause, or spoil the next. */
  giveBack(isSpoilt: boolean): Promise<void>;
}

interface Shared {
  readonly started: Started;
  readonly site: Site;
  /** What the site shows for now. */
  readonly shown: { pages: Pages };
}

/** What a browser takes that runs already; all else makes it another one. */
const TAKEN_WHILE_RUNNING: Readonly<Record<BrowserName, readonly (keyof Options)[]>> = {
  chrome: ['withExtension', 'withWelcome', 'built', 'backgroundIdle'],
  firefox: ['withExtension', 'withWelcome', 'built', 'backgroundIdle', 'scheme', 'textSize'],
};

/** Milliseconds: less than a test may take, so that it fails by what was not answered. */
const ANSWERS_WITHIN = 30_000;
/** Milliseconds in which a browser is tidied that is well. */
const TIDIED_WITHIN = 10_000;

/**
 * Those that are lent to nobody. The files of one worker share what modules hold, so these are one of each kind and worker:
 * to start Firefox costs five seconds of processor time, more than the tests of many a file. They end with their worker.
 */
const idle = new Map<BrowserName, Shared>();
globalThis.whenWorkerEnds(async () => {
  await Promise.allSettled([...idle.values()].map(end));
});

export async function borrowBrowser(name: BrowserName, pages: Pages, options: Options = {}): Promise<Lent> {
  const isShared = Object.keys(options).every((each) => TAKEN_WHILE_RUNNING[name].some((taken) => taken === each));
  const shared = (isShared ? await prepareIdle(name, pages, options) : null) ?? (await start(name, pages, options));
  const before = shared.site.refused.length;
  return {
    started: shared.started,
    get refused() {
      return shared.site.refused.slice(before);
    },
    async giveBack(isSpoilt) {
      const isKept = isShared && !isSpoilt && !idle.has(name) && (await isTidied(shared));
      if (isKept) idle.set(name, shared);
      else await end(shared);
    },
  };
}

/** For all tests of the suite in which this is called, from its first `beforeAll` to its last `afterAll`. */
export function borrowForSuite(name: BrowserName, pages: Pages, options: Options = {}): () => Lent {
  let lent: Lent;
  const hasFailed = watchFailures();
  beforeAll(async () => {
    lent = await borrowBrowser(name, pages, options);
  });
  afterAll(() => lent?.giveBack(hasFailed()));
  return () => lent;
}

/** For the test that asks, until it is over. */
export async function borrowForTest(name: BrowserName, pages: Pages, options: Options = {}): Promise<Started> {
  const lent = await borrowBrowser(name, pages, options);
  onTestFinished(({ task }) => lent.giveBack(task.result?.state === 'fail'));
  return lent.started;
}

/** Whether a test has failed by now, of the suite in which this is called. */
export function watchFailures(): () => boolean {
  let hasFailed = false;
  afterEach(({ task }) => {
    hasFailed ||= task.result?.state === 'fail';
  });
  return () => hasFailed;
}

/** Null where none is idle. One that cannot be prepared is ended: once no introduction opened in one that was used before. */
async function prepareIdle(name: BrowserName, pages: Pages, options: Options): Promise<Shared | null> {
  const shared = idle.get(name);
  idle.delete(name);
  if (shared === undefined) return null;
  try {
    shared.shown.pages = pages;
    if (name === 'firefox') await prefer(shared.started, options);
    await installFirst(shared.started, options);
    return shared;
  } catch {
    await end(shared);
    return null;
  }
}

async function start(name: BrowserName, pages: Pages, options: Options): Promise<Shared> {
  const shown = { pages };
  const site = await serveSite((address) => shown.pages(address));
  // Another build that is named is for its borrower alone: whoever borrows next installs what was built.
  const { built: _, ...others } = options;
  const started = await startBrowser(name, site.port, {
    answersWithin: ANSWERS_WITHIN,
    ...others,
    withExtension: false,
  });
  await installFirst(started, options);
  console.log(`${name}: ${await started.browser.version()}`);
  return { started, site, shown };
}

async function end({ started, site }: Shared): Promise<void> {
  await started.browser.close();
  site.close();
}

/** Has a Firefox that runs take what the options say, and all else as it is where they say nothing. */
export async function prefer({ browser }: Started, options: Options): Promise<void> {
  const wanted = JSON.stringify(Object.entries(preferencesOf(options)));
  await inFirefoxWindow(browser, `${wanted}.forEach(([name, value]) => Services.prefs.setIntPref(name, value))`);
}

/** Leaves one window with an empty tab, and nothing of the extension; false where that cannot be done. */
function isTidied({ started }: Shared): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, TIDIED_WITHIN, false);
  void tidy(started)
    .then(
      () => true,
      () => false,
    )
    .then(resolve)
    .finally(() => clearTimeout(timer));
  return promise;
}

async function tidy({ browser, extensionRoot, uninstall }: Started): Promise<void> {
  // Menus, panels and side bars that were left open go with their window.
  const empty = await browser.newPage({ type: 'window' });
  // The extension's own pages are closed with it.
  await uninstall();
  for (const page of await browser.pages()) if (page !== empty) await page.close();
  if (extensionRoot.startsWith('moz')) await closeOtherWindows(browser);
}

/** Firefox keeps a window whose last tab its driver has closed. */
async function closeOtherWindows(browser: Browser): Promise<void> {
  const count = `[...Services.wm.getEnumerator('navigator:browser')].length`;
  await inFirefoxWindow(
    browser,
    `Services.tm.dispatchToMainThread(() => {
      const newest = Services.wm.getMostRecentWindow('navigator:browser');
      for (const each of Services.wm.getEnumerator('navigator:browser')) if (each !== newest) each.close();
    })`,
  );
  while ((await inFirefoxWindow(browser, count)) !== 1) await new Promise((resolve) => setTimeout(resolve, 20));
}
