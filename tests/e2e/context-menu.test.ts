import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { findTab, openPopup } from '../../scripts/browsers/extension-pages.ts';
import { article, demoPages, NEWS_ADDRESS } from '../../scripts/site/demo-pages.ts';
import type { Pages } from '../../scripts/site/serve.ts';
import { chooseInMenu } from './firefox-window.ts';
import { inBrowsers } from './in-browsers.ts';
import { closeView, readView, viewIsOpen } from './views.ts';

const UNKNOWN = 'http://unknown.example/';
const TITLE = 'The role of procurement in delivering mission-led government';
const ITEM = 'Show posts about this link';

const pages: Pages = (address) =>
  address.href === UNKNOWN
    ? article('Links', '<p><a id="nothing" href="https://example.org/nothing">a link</a></p>')
    : (demoPages(address) ?? (address.hostname === 'unknown.example' ? article('', '') : null));

inBrowsers('the context menu of a link', pages, (bench) => {
  const said = () => readView(bench().extension, 'popup', 'main div:not([hidden]) h1');

  afterEach(async () => closeView(bench().extension, 'popup'));

  /**
   * In Firefox the right button opens the browser's own menu, whose item is chosen. Chromium's menu is drawn by the
   * system and no driver reaches it, so there the background is told what the browser tells it when the item is chosen.
   */
  async function chooseAt(page: Page, selector: string): Promise<void> {
    await page.bringToFront();
    if (bench().name === 'firefox') {
      await page.click(selector, { button: 'right' });
      return chooseInMenu(bench().started.browser, ITEM);
    }
    const linkUrl = await page.$eval(selector, (link) => (link as HTMLAnchorElement).href);
    await tellBackground(await findTab(bench().extension, page.url()), linkUrl);
  }

  async function tellBackground(tabId: number, linkUrl: string, menuItemId = 'ask-about-link'): Promise<void> {
    await bench().extension.evaluate(() =>
      Reflect.get(globalThis, 'chrome').runtime.sendMessage({ name: 'readLibraryState', request: {} }),
    );
    const target = await bench().started.browser.waitForTarget((each) => each.type() === 'service_worker');
    await (await target.worker())?.evaluate(
      async (id, url, item) => {
        const api = Reflect.get(globalThis, 'chrome');
        api.contextMenus.onClicked.dispatch({ menuItemId: item, linkUrl: url }, await api.tabs.get(id));
      },
      tabId,
      linkUrl,
      menuItemId,
    );
  }

  /** The browser does not tell extensions the address of its own pages. */
  function findTabInFront(): Promise<number> {
    return bench().extension.evaluate(async () => {
      const [tab] = await Reflect.get(globalThis, 'chrome').tabs.query({ active: true, lastFocusedWindow: true });
      return tab.id;
    });
  }

  test('answers in the popup, also for a wrapped link', async () => {
    const news = await bench().open(NEWS_ADDRESS);
    await chooseAt(news, '#wrapped');
    await viewIsOpen(bench().extension, 'popup');
    await expect.poll(said).toBe(TITLE);
    expect(await readView(bench().extension, 'popup', '.subject')).toBe(
      'instituteforgovernment.org.uk/publication/procurement-government-missions-delivery',
    );
    await news.close();
  });

  test('says plainly that nothing is said about a link without a mark', async () => {
    const page = await bench().open(UNKNOWN);
    await chooseAt(page, '#nothing');
    await viewIsOpen(bench().extension, 'popup');
    await expect.poll(said).toBe('No posts about this address');
    await page.close();
  });

  test('of a page has it looked through for what bears on recommendations, beside it where the browser lets it', async () => {
    const page = await bench().open(UNKNOWN);
    await page.bringToFront();
    const isFirefox = bench().name === 'firefox';
    if (isFirefox) {
      await page.click('body', { button: 'right', offset: { x: 5, y: 5 } });
      await chooseInMenu(bench().started.browser, 'Look for what bears on the recommendations');
    } else await tellBackground(await findTab(bench().extension, page.url()), '', 'look-for-bearing');
    // Chromium opens side panels only while a reader's click lasts, and no driver makes one in a menu.
    const view = isFirefox ? 'sidepanel' : 'popup';
    await viewIsOpen(bench().extension, view);
    await expect
      .poll(() => readView(bench().extension, view, '.bearing [role=status] .bearing-line'), { timeout: 10_000 })
      .toBe('Nothing on this page bears on the recommendations, as far as their words show.');
    await closeView(bench().extension, view);
    await page.close();
  });

  test('leaves nothing of the address behind', async () => {
    const news = await bench().open(NEWS_ADDRESS);
    await chooseAt(news, '#plain');
    await viewIsOpen(bench().extension, 'popup');
    await expect.poll(said).toBe(TITLE);
    const stored = await bench().extension.evaluate(async () => {
      const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      return JSON.stringify([await storage.session.get(null), await storage.local.get(null)]);
    });
    expect(stored).not.toMatch(/pending-(?:question|bearing)/);
    await news.close();
  });

  test('answers in the side panel where that is open, and opens no popup', async () => {
    const news = await bench().open(NEWS_ADDRESS);
    const popup = await openPopup(bench().started, await findTab(bench().extension, NEWS_ADDRESS));
    await popup.waitForSelector('.icon-button');
    await popup.bringToFront();
    await popup.click('.icon-button');
    await viewIsOpen(bench().extension, 'sidepanel');
    await chooseAt(news, '#wrapped');
    await expect.poll(() => readView(bench().extension, 'sidepanel', 'main div:not([hidden]) h1')).toBe(TITLE);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await expect(readView(bench().extension, 'popup', 'main')).rejects.toThrow('no /popup.html is open');
    await closeView(bench().extension, 'sidepanel');
    await news.close();
  });

  test('answers on a page where no script may run', async () => {
    if (bench().name === 'firefox') {
      const page = await bench().started.browser.newPage();
      // The driver hears of no load of the browser's own pages.
      await page.goto('about:license', { timeout: 2000 }).catch(() => null);
      await chooseAt(page, 'a[href^="http"]');
    } else {
      const page = await bench().open('chrome://version');
      await page.bringToFront();
      await tellBackground(await findTabInFront(), 'https://example.org/');
    }
    await viewIsOpen(bench().extension, 'popup');
    await expect.poll(said).toBe('No posts about this address');
  });
});
