import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { LIBRARY_NAME, LIBRARY_VERSION } from '../../entrypoints/background/library/schema.ts';
import { findTab, openPopup } from '../../scripts/browsers/extension-pages.ts';
import { addressOf, findWelcome, type Started, startBrowser } from '../../scripts/browsers/launch.ts';
import { article, demoPages, KINDS_ADDRESS, NEWS_ADDRESS, REPORT_ADDRESS } from '../../scripts/site/demo-pages.ts';
import { type Pages, type Site, serveSite } from '../../scripts/site/serve.ts';
import { askFrom } from '../network/extension-driver.ts';
import { REPORT } from './apps/addresses.ts';
import { type UpdatedFolder, unpackEarlier } from './earlier-version.ts';
import { watchErrors } from './extension-errors.ts';
import { readCard } from './in-browsers.ts';
import { watchReportPage } from './report-page-driver.ts';
import { expectProcurementReport } from './shown-gloss.ts';
import { stopBackground } from './stop-background.ts';

const WRITTEN_ADDRESS = 'http://written.example/';
const OFF_ADDRESS = 'http://off.example/';

const pages: Pages = (address) => {
  if (address.href === WRITTEN_ADDRESS) return article('Written', `<p>See ${REPORT} for more.</p>`);
  if (address.href === OFF_ADDRESS) return article('Off', `<a id="off" href="${REPORT}">A report</a>`);
  return demoPages(address) ?? (/^(?:written|off)\.example$/.test(address.hostname) ? article('', '') : null);
};

/** What a reader of 0.1.0 could choose, and had chosen; the rest was as it is at first. */
const CHOSEN = { relatedMarks: false, cardIsWhole: true, sitesOff: ['off.example'] };

describe.each(['chrome', 'firefox'] as const)('an update from 0.1.0 in %s', { timeout: 120_000 }, (name) => {
  let site: Site;
  let folder: UpdatedFolder;
  let profile: string;
  let started: Started;

  afterEach(async () => {
    await started?.browser.close();
    site?.close();
    await folder?.remove();
    await rm(profile, { recursive: true, force: true });
  });

  async function install(): Promise<void> {
    started = await startBrowser(name, site.port, { withExtension: false, built: folder.built, profile });
    await started.install();
    // Firefox takes what was installed for a session away, so that each start greets anew.
    if (name === 'firefox') await (await findWelcome(started)).close();
  }

  async function begin(): Promise<void> {
    [site, folder, profile] = await Promise.all([
      serveSite(pages),
      unpackEarlier('0.1.0'),
      mkdtemp(join(tmpdir(), 'ifg-gloss-profile-')),
    ]);
    await install();
    if (name === 'chrome') await (await findWelcome(started)).close();
    await chooseByHand(started);
  }

  async function update(): Promise<void> {
    await folder.update();
    await started.install();
  }

  test('leaves tabs that are open as they were, in which all works without a reload', async () => {
    await begin();
    const news = await openTab(NEWS_ADDRESS);
    const kinds = await openTab(KINDS_ADDRESS);
    const written = await openTab(WRITTEN_ADDRESS);
    const report = await openTab(REPORT_ADDRESS);
    await expect.poll(() => marksOf(kinds.page)).toEqual(['exact double', 'likely dashed']);
    await expect.poll(() => countRanges(written.page)).toBe(1);
    const before = await started.openExtensionPage('options.html?before');
    const beside = await watchReportPage({ extension: before }, report.page);
    await report.page.bringToFront();
    await beside.waitFor('remarks', '.sign');
    await beside.click('panel', '.tab');
    await beside.waitFor('panel', '.panel');
    const passages = await countRanges(report.page);
    await news.page.bringToFront();
    await expect.poll(() => marksOf(news.page)).toHaveLength(5);
    await news.page.hover('#plain');
    await news.page.waitForSelector('[data-ifg-gloss-host=card][data-open]');

    const readErrors = await watchErrors(name, started);
    await update();
    const options = await started.openExtensionPage('options.html?after');
    await expect.poll(() => hostsOf(news.page, 'card')).toBe(0);
    await expect.poll(() => marksOf(news.page)).toEqual(new Array(5).fill('exact double'));
    await expect.poll(() => marksOf(kinds.page)).toEqual(['exact double', 'likely dashed']);
    await expect.poll(() => countRanges(written.page)).toBe(1);

    await news.page.bringToFront();
    await news.page.mouse.move(1, 1);
    await news.page.hover('#tracked');
    await news.page.waitForSelector('[data-ifg-gloss-host=card][data-open]');
    expect(await hostsOf(news.page, 'card')).toBe(1);
    const newsTab = await findTab(options, NEWS_ADDRESS);
    await expectProcurementReport(news.page, await readCard(options, newsTab));
    expect(await readCard(options, newsTab)).toContain('Bring up to date');

    await report.page.bringToFront();
    const after = await watchReportPage({ extension: options }, report.page);
    await after.waitFor('remarks', '.sign');
    await after.click('panel', '.tab');
    await after.waitFor('panel', '.panel');
    expect([await hostsOf(report.page, 'panel'), await hostsOf(report.page, 'remarks')]).toEqual([1, 1]);
    expect(await countRanges(report.page)).toBe(passages);

    await expectKept(started, options);
    const addresses = await Promise.all((await started.browser.pages()).map(addressOf));
    expect(addresses.filter((address) => address.includes('welcome'))).toEqual([]);
    for (const { errors } of [news, kinds, written, report]) expect(errors).toEqual([]);
    expect(await readErrors()).toEqual([]);
  });

  test('goes on where the background was stopped, and through a restart of the browser', async () => {
    await begin();
    const news = await openTab(NEWS_ADDRESS);
    await expect.poll(() => marksOf(news.page)).toHaveLength(5);
    const readErrors = await watchErrors(name, started);
    await stopBackground(started);
    await update();
    await expectKept(started, await started.openExtensionPage('options.html?after'));
    await expect.poll(() => marksOf(news.page)).toHaveLength(5);
    expect(news.errors).toEqual([]);
    expect(await readErrors()).toEqual([]);

    await started.browser.close();
    await install();
    const again = await openTab(NEWS_ADDRESS);
    await expect.poll(() => marksOf(again.page)).toHaveLength(5);
    await expectKept(started, await started.openExtensionPage('options.html?again'));
  });

  async function openTab(address: string): Promise<Watched> {
    const page = await started.browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(address);
    return { page, errors };
  }
});

test('an update from 0.1.0 asks for nothing more, so that Chromium does not switch it off until its reader agrees', async () => {
  const [site, folder] = await Promise.all([serveSite(pages), unpackEarlier('0.1.0')]);
  const started = await startBrowser('chrome', site.port, { built: folder.built });
  try {
    const options = await started.openExtensionPage('options.html');
    const warnings = async () => {
      const manifest = await readFile(new URL('chrome-mv3/manifest.json', folder.built), 'utf8');
      return options.evaluate(
        (text) => Reflect.get(globalThis, 'chrome').management.getPermissionWarningsByManifest(text),
        manifest,
      );
    };
    const before = await warnings();
    await folder.update();
    expect(before).toEqual(['Read and change all your data on all websites']);
    expect(await warnings()).toEqual(before);
  } finally {
    await started.browser.close();
    site.close();
    await folder.remove();
  }
});

interface Watched {
  readonly page: Page;
  readonly errors: readonly string[];
}

/** Chooses in the options and in the popup of the earlier version, as its reader does. */
async function chooseByHand(started: Started): Promise<void> {
  const options = await started.openExtensionPage('options.html');
  for (const label of ['Also mark links to related pages', 'Open the card in full']) await press(options, label);
  const off = await started.browser.newPage();
  await off.goto(OFF_ADDRESS);
  await expect.poll(() => marksOf(off)).toHaveLength(1);
  const popup = await openPopup(started, await findTab(options, OFF_ADDRESS));
  await press(popup, 'off.example');
  await expect.poll(() => marksOf(off)).toEqual([]);
  for (const page of [options, off, popup]) await page.close();
}

/** Presses the switch whose label has some words in it. */
async function press(page: Page, words: string): Promise<void> {
  const pressed = () =>
    page.$$eval(
      'label',
      (labels, said) => {
        const label = labels.find(({ textContent }) => textContent?.includes(said));
        label?.click();
        return label !== undefined;
      },
      words,
    );
  await expect.poll(pressed).toBe(true);
}

/** Settings and library after the update: nothing is lost, doubled or left. */
async function expectKept(started: Started, options: Page): Promise<void> {
  const stored = await options.evaluate(async () => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    return (await api.storage.local.get('settings')).settings;
  });
  expect(stored).toMatchObject(CHOSEN);
  await expect
    .poll(() => askFrom(options, 'readLibraryState', {}), { timeout: 10_000 })
    .toMatchObject({
      storedIn: 'indexeddb',
      because: null,
      feeds: [{ posts: 30, recommendations: 14, publications: 9 }],
    });
  const databases = await options.evaluate(() => indexedDB.databases());
  expect(databases.find(({ name }) => name === LIBRARY_NAME)?.version).toBe(LIBRARY_VERSION);
  const off = await started.browser.newPage();
  await off.goto(OFF_ADDRESS);
  const popup = await openPopup(started, await findTab(options, OFF_ADDRESS));
  await expect.poll(() => popup.$eval('footer input', (input) => (input as HTMLInputElement).checked)).toBe(false);
  expect(await marksOf(off)).toEqual([]);
  await popup.close();
  await off.close();
}

/** The marks of a page, and what is drawn under each. */
function marksOf(page: Page): Promise<readonly string[]> {
  return page.$$eval('[data-ifg-gloss]', (links) =>
    links.map((link) => `${link.getAttribute('data-ifg-gloss')} ${getComputedStyle(link).textDecorationStyle}`),
  );
}

/** Ranges of a page's text that are painted. */
function countRanges(page: Page): Promise<number> {
  return page.evaluate(() => {
    let count = 0;
    CSS.highlights.forEach(({ size }) => {
      count += size;
    });
    return count;
  });
}

function hostsOf(page: Page, kind: 'card' | 'panel' | 'remarks'): Promise<number> {
  return page.$$eval(`[data-ifg-gloss-host=${kind}]`, (hosts) => hosts.length);
}
