import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { findTab, openPopup } from '../../scripts/browsers/extension-pages.ts';
import { article, demoPages, NEWS_ADDRESS, REPORT_ADDRESS } from '../../scripts/site/demo-pages.ts';
import type { Pages } from '../../scripts/site/serve.ts';
import { REPORT } from './apps/addresses.ts';
import { inFirefoxWindow } from './firefox-window.ts';
import { inBrowsers } from './in-browsers.ts';
import { closeView, readDrawing, readView, viewIsOpen } from './views.ts';

const OTHER = 'http://other.example/';
const TITLE = 'The role of procurement in delivering mission-led government';

const pages: Pages = (address) =>
  address.href === OTHER
    ? article('Gardens', '<h1>Gardens</h1>')
    : (demoPages(address) ?? (address.hostname === 'other.example' ? article('', '') : null));

inBrowsers('the side panel', pages, (bench) => {
  let news: Page;
  let report: Page;

  const read = (selector: string) => readView(bench().extension, 'sidepanel', selector);
  const shows = (title: string) => expect.poll(() => read('main h1'), { timeout: 5000 }).toBe(title);

  beforeAll(async () => {
    report = await bench().open(REPORT_ADDRESS);
    news = await bench().open(NEWS_ADDRESS);
    await news.waitForSelector('[data-ifg-gloss]');
    // Its button needs a reader's click, which the driver gives on a popup that is a page of its own.
    const popup = await openPopup(bench().started, await findTab(bench().extension, NEWS_ADDRESS));
    await popup.waitForSelector('.icon-button');
    await popup.bringToFront();
    await popup.click('.icon-button');
    await viewIsOpen(bench().extension, 'sidepanel');
    await news.bringToFront();
  });

  test('adds one permission in Chrome and none in Firefox, and is not open at install', async () => {
    const others = ['alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'];
    const manifest = await bench().extension.evaluate(() => {
      const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      return api.runtime.getManifest();
    });
    const own = bench().name === 'chrome' ? ['sidePanel'] : [];
    expect(manifest.permissions.toSorted()).toEqual([...others, ...own].toSorted());
    if (bench().name === 'firefox') expect(manifest.sidebar_action.open_at_install).toBe(false);
  });

  test('shows the page in front, with its marks, and fits across', async () => {
    await shows('No posts about this page');
    await expect.poll(() => read('.marks')).toContain(TITLE);
    expect((await readDrawing(bench().extension, 'sidepanel')).overflow).toBe(0);
    expect(await read('#root > header')).toBe('');
  });

  test('follows the tab that is chosen', async () => {
    await report.bringToFront();
    await shows(TITLE);
    await news.bringToFront();
    await shows('No posts about this page');
    await report.bringToFront();
    await shows(TITLE);
  });

  test('follows a navigation, and an address that a page gives itself', async () => {
    await report.goto(OTHER);
    await shows('No posts about this page');
    await expect.poll(() => read('.subject')).toBe('Gardens');
    await report.goto(`http://www.instituteforgovernment.org.uk/node/12345`);
    await shows(TITLE);
    await report.evaluate(() => {
      document.querySelector('link[rel=canonical]')?.remove();
      document.title = 'Elsewhere';
      history.pushState(null, '', '/about-us');
    });
    await shows('No posts about this page');
    await report.evaluate((address) => history.pushState(null, '', new URL(address).pathname), REPORT);
    await shows(TITLE);
  });

  test('hears of marks that come later', async () => {
    await report.goto(OTHER);
    await shows('No posts about this page');
    await expect.poll(() => read('.marks')).toBeNull();
    await report.evaluate((href) => {
      document.body.insertAdjacentHTML('beforeend', `<a href="${href}">a later link</a>`);
    }, REPORT);
    await expect.poll(() => read('.marks'), { timeout: 5000 }).toContain(TITLE);
  });

  test('stays with its own window', async () => {
    const inOther = await bench().extension.evaluate(async (url) => {
      const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      return (await api.windows.create({ url })).id as number;
    }, REPORT_ADDRESS);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await read('main h1')).toBe('No posts about this page');
    await bench().extension.evaluate(async (id) => {
      const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      await api.windows.remove(id);
    }, inOther);
  });

  test('of the browser’s own page has a sentence', async () => {
    await bench().extension.bringToFront();
    await shows('Not a web page');
  });

  test('is opened and closed by its shortcut', async () => {
    // Chromium gives shortcuts to the reader's keyboard only, so there is nothing that could stand in for it.
    if (bench().name === 'chrome') return;
    const press = () =>
      inFirefoxWindow(
        bench().started.browser,
        `[...document.querySelectorAll('key')].find((key) => key.getAttribute('key') === 'S' && key.getAttribute('modifiers') === 'alt,shift').doCommand()`,
      );
    await press();
    await expect.poll(() => read('main').catch(() => 'closed')).toBe('closed');
    await press();
    await viewIsOpen(bench().extension, 'sidepanel');
    await closeView(bench().extension, 'sidepanel');
  });
});
