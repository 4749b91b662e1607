import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { findTab, openPopup } from './browsers/extension-pages.ts';
import { type Started, startBrowser } from './browsers/launch.ts';
import { readShadow } from './browsers/shadow.ts';
import { noteFollowUp } from './pictures/follow-up.ts';
import { pressInPage } from './pictures/press-in-page.ts';
import { TILE, tilePage } from './pictures/tile.ts';
import { pause, waitFor } from './pictures/wait.ts';
import { demoPages, REPORT_ADDRESS } from './site/demo-pages.ts';
import { NEWSPAPER, NEWSPAPER_ADDRESS } from './site/newspaper.ts';
import { serveSite } from './site/serve.ts';

/** `npm run store-pictures`: takes the pictures that stores show, in the sizes that they ask for, from the built extension. */
const FOLDER = 'docs/store/pictures';
const SCREEN = { width: 1280, height: 800 };

parseArgs();
await mkdir(FOLDER, { recursive: true });
const site = await serveSite((address) => (address.href === NEWSPAPER_ADDRESS ? NEWSPAPER : demoPages(address)));
const started = await startBrowser('chrome', site.port);
const extension = await started.openExtensionPage('options.html');
await save(await showCard(started), '1-card');
await save(await showPanel(started), '2-panel');
await save(await showSearch(started), '3-search');
await save(await showRecommendations(started), '4-recommendations');
await save(await showPopup(started), '5-popup');
await save(await showTile(started), 'tile');
await started.browser.close();
site.close();

async function save(page: Page, title: string): Promise<void> {
  const path = `${FOLDER}/${title}.png` as const;
  await page.bringToFront();
  await page.screenshot({ path });
  await page.close();
  console.log(path);
}

async function open({ browser }: Started, address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport(SCREEN);
  await page.goto(address);
  return page;
}

async function showCard(from: Started): Promise<Page> {
  const page = await open(from, NEWSPAPER_ADDRESS);
  await page.bringToFront();
  await page.waitForSelector('#report[data-ifg-gloss]');
  await page.hover('#report');
  await page.waitForSelector('[data-ifg-gloss-host=card][data-open]');
  await pressInPage(page, await tabOf(NEWSPAPER_ADDRESS), '[data-ifg-gloss-host=card]', '.box');
  return page;
}

async function showPanel(from: Started): Promise<Page> {
  const page = await open(from, REPORT_ADDRESS);
  await page.bringToFront();
  const there = await tabOf(REPORT_ADDRESS);
  const readSigns = () => readShadow(there.extension, there.tab, '[data-ifg-gloss-host=remarks]', '.sign');
  await waitFor(async () => (await readSigns())[0]);
  await pressInPage(page, there, '[data-ifg-gloss-host=panel]', '.tab');
  await pressInPage(page, there, '[data-ifg-gloss-host=remarks]', '.sign');
  return page;
}

async function showSearch(from: Started): Promise<Page> {
  const page = await openLibrary(from, '?q=procurement');
  await page.waitForSelector('.hit');
  return page;
}

async function showRecommendations(from: Started): Promise<Page> {
  await noteFollowUp(extension);
  const page = await openLibrary(from, '?view=recommendations');
  // What is offered once is no part of what the view is for.
  await page.locator('::-p-text(Not now)').click();
  await pause(500);
  return page;
}

async function openLibrary(from: Started, query: string): Promise<Page> {
  const page = await from.openExtensionPage(`library.html${query}`);
  await page.setViewport(SCREEN);
  await page.waitForSelector('h1');
  await pause(500);
  return page;
}

/** No driver pictures the browser's own window: the popup is pictured by itself and laid where the browser shows it. */
async function showPopup(from: Started): Promise<Page> {
  const page = await open(from, NEWSPAPER_ADDRESS);
  await page.waitForSelector('#report[data-ifg-gloss]');
  await page.bringToFront();
  const behind = await page.screenshot({ encoding: 'base64' });
  const popup = await openPopup(from, (await tabOf(NEWSPAPER_ADDRESS)).tab);
  await pause(700);
  const before = await popup.screenshot({ encoding: 'base64' });
  await popup.close();
  await page.goto('about:blank');
  await page.setContent(`<style>body{margin:0}img{display:block}
.popup{position:fixed;inset:12px 24px auto auto;border-radius:12px;box-shadow:0 0 0 1px #0002,0 12px 48px #0005}</style>
<img src="data:image/png;base64,${behind}"><img class="popup" src="data:image/png;base64,${before}">`);
  return page;
}

async function showTile({ browser }: Started): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport(TILE);
  await page.setContent(await tilePage());
  return page;
}

async function tabOf(address: string): Promise<{ readonly extension: Page; readonly tab: number }> {
  return { extension, tab: await findTab(extension, address) };
}
