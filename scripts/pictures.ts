import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Page, Viewport } from 'puppeteer-core';
import { findTab, openPopup } from './browsers/extension-pages.ts';
import { type Started, startBrowser } from './browsers/launch.ts';
import { readShadow } from './browsers/shadow.ts';
import { noteFollowUp } from './pictures/follow-up.ts';
import { pressInPage } from './pictures/press-in-page.ts';
import { pause, waitFor } from './pictures/wait.ts';
import { Refusal } from './refusal.ts';
import { demoPages, KINDS_ADDRESS, NEWS_ADDRESS, PLAIN_ADDRESS, REPORT_ADDRESS } from './site/demo-pages.ts';
import { serveSite } from './site/serve.ts';

/**
 * `npm run pictures [-- [--firefox] [FOLDER]]`: takes pictures of the built extension, in light and in dark, for the
 * README or for whoever judges a change.
 */
const { values, positionals } = parseArgs({ options: { firefox: { type: 'boolean' } }, allowPositionals: true });
if (positionals.length > 1) throw new Refusal('usage: npm run pictures [-- [--firefox] [FOLDER]]');
const name = values.firefox ? 'firefox' : 'chrome';
const [folder = 'docs/pictures'] = positionals;

const WIDE = { width: 1280, height: 800 };
const ARTICLE = { width: 820, height: 640 };
const NARROW = { width: 390, height: 760 };

await mkdir(folder, { recursive: true });
for (const scheme of ['light', 'dark'] as const) {
  const site = await serveSite(demoPages);
  const started = await startBrowser(name, site.port, { scheme });
  await chooseEnglish(started);
  const save = async (page: Page, title: string) => {
    const path = `${folder}/${title}${scheme === 'dark' ? '-dark' : ''}.png` as const;
    await page.bringToFront();
    await page.screenshot({ path });
    console.log(path);
  };
  await pictureCard(started, save);
  await pictureReportPage(started, save);
  await picturePanes(started, save);
  await picturePages(started, save);
  await pictureLibrary(started, save);
  await pictureOwn(started, save);
  await started.browser.close();
  site.close();
}

/** Browsers without a display have American days, whatever language they are started with. */
async function chooseEnglish(started: Started): Promise<void> {
  const options = await started.openExtensionPage('options.html');
  await options.evaluate(() => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    return api.storage.local.set({ settings: { language: 'en' } });
  });
  await options.close();
}

type Save = (page: Page, title: string) => Promise<void>;

async function pictureCard(started: Started, save: Save): Promise<void> {
  const page = await started.browser.newPage();
  const extension = await started.openExtensionPage('options.html');
  for (const [title, size] of [
    ['', ARTICLE],
    ['-narrow', NARROW],
  ] as const) {
    await page.setViewport(size);
    await page.goto(KINDS_ADDRESS);
    await page.waitForSelector('[data-ifg-gloss]');
    await pause(500);
    await save(page, `marks${title}`);
    for (const [link, what] of [
      ['#exact', 'card'],
      ['#related', 'card-related'],
    ] as const) {
      await page.mouse.move(1, 1);
      await page.waitForFunction(() => document.querySelector('[data-ifg-gloss-host=card]') === null);
      await page.hover(link);
      await page.waitForSelector('[data-ifg-gloss-host=card][data-open]');
      await pause(300);
      await save(page, `${what}${title}`);
      const [card] = await readShadow(
        extension,
        await findTab(extension, KINDS_ADDRESS),
        '[data-ifg-gloss-host=card]',
        '.box',
      );
      if (card !== undefined) await page.mouse.click(card.x, card.y);
      await pause(300);
      await save(page, `${what}-whole${title}`);
    }
  }
  await page.close();
}

async function pictureReportPage(started: Started, save: Save): Promise<void> {
  const page = await started.browser.newPage();
  const extension = await started.openExtensionPage('options.html');
  await page.setViewport(WIDE);
  await page.goto(REPORT_ADDRESS);
  await page.bringToFront();
  const tab = await findTab(extension, REPORT_ADDRESS);
  await waitFor(async () => (await readShadow(extension, tab, '[data-ifg-gloss-host=remarks]', '.sign'))[0]);
  await save(page, 'report-page');
  await pressInPage(page, { extension, tab }, '[data-ifg-gloss-host=panel]', '.tab');
  await save(page, 'panel');
  await pressInPage(page, { extension, tab }, '[data-ifg-gloss-host=remarks]', '.sign');
  await save(page, 'passage');
  await page.setViewport(NARROW);
  await pause(500);
  await save(page, 'panel-narrow');
  await extension.close();
  await page.close();
}

/** The popup and the side panel are pages of their own here: no driver pictures the browser's own window. */
async function picturePanes(started: Started, save: Save): Promise<void> {
  const extension = await started.openExtensionPage('options.html');
  for (const [title, address, asked] of [
    ['popup', REPORT_ADDRESS, ''],
    ['popup-marks', NEWS_ADDRESS, ''],
    ['popup-nothing', PLAIN_ADDRESS, ''],
    ['look-up', NEWS_ADDRESS, 'public procurement'],
    ['look-up-nothing', NEWS_ADDRESS, 'penguins'],
  ] as const) {
    const page = await started.browser.newPage();
    await page.goto(address);
    await pause(500);
    const popup = await openPopup(started, await findTab(extension, address));
    if (asked !== '') await popup.type('input[type=search]', asked);
    await pause(700);
    await save(popup, title);
    if (title === 'popup') {
      const panel = await started.openExtensionPage(`sidepanel.html?tab=${await findTab(extension, address)}`);
      // Firefox refuses to resize an extension's page.
      await panel.setViewport({ width: 360, height: 800 }).catch(() => null);
      await pause(500);
      await save(panel, 'side-panel');
      await panel.close();
    }
    await popup.close();
    await page.close();
  }
  await extension.close();
}

async function picturePages(started: Started, save: Save): Promise<void> {
  for (const path of ['options', 'welcome']) {
    const page = await started.openExtensionPage(`${path}.html`);
    await saveWideAndNarrow(page, path, save, { width: 1000, height: 1500 });
    await page.close();
  }
}

async function pictureLibrary(started: Started, save: Save): Promise<void> {
  for (const [title, query, first] of [
    ['library-search', '?q=procurement', '.hit'],
    ['library-publication', '?view=publications', 'main a[data-item]'],
  ] as const) {
    const page = await started.openExtensionPage(`library.html${query}`);
    await page.waitForSelector(first);
    if (title === 'library-publication') await page.click(first);
    await saveWideAndNarrow(page, title, save);
    await page.close();
  }
}

/** Notes what became of recommendations, and pictures the page where all of it stands. */
async function pictureOwn(started: Started, save: Save): Promise<void> {
  const page = await started.openExtensionPage('library.html?view=recommendations');
  await noteFollowUp(page);
  for (const [title, query] of [
    ['library-recommendations', '?view=recommendations'],
    ['library-backup', '?view=backup'],
  ] as const) {
    await page.evaluate((address) => location.assign(address), `/library.html${query}`);
    await page.waitForSelector('h1');
    await saveWideAndNarrow(page, title, save);
  }
  await page.close();
}

async function saveWideAndNarrow(page: Page, title: string, save: Save, wide: Viewport = WIDE): Promise<void> {
  for (const [suffix, size] of [
    ['', wide],
    ['-narrow', NARROW],
  ] as const) {
    if (await resize(page, size, suffix === '')) await save(page, `${title}${suffix}`);
  }
}

/** Whether a page is to be pictured: Firefox refuses to resize an extension's page, whose first size then is the only one. */
async function resize(page: Page, size: Viewport, isFirst: boolean): Promise<boolean> {
  const isSized = await page.setViewport(size).then(
    () => true,
    () => false,
  );
  await pause(500);
  return isSized || isFirst;
}
