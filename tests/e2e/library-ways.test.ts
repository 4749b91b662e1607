import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { addressOfRoute, LIBRARY_PAGE } from '../../core/library-route.ts';
import { findTab, openPopup } from '../../scripts/browsers/extension-pages.ts';
import { demoPages, NEWS_ADDRESS, REPORT_ADDRESS } from '../../scripts/site/demo-pages.ts';
import { openPage } from './card-driver.ts';
import { cardPages } from './card-pages.ts';
import { inFirefoxWindow } from './firefox-window.ts';
import { inBrowsers } from './in-browsers.ts';
import { pressToLeave } from './press.ts';

const ACCOUNTS = addressOfRoute({ view: 'accounts' });
const SEARCH = addressOfRoute({ view: 'search', text: 'procurement', order: 'relevance' });
const PUBLICATION = /^\/library\.html\?view=publication&id=publication%3A\w+$/;

inBrowsers(
  'ways to the library',
  (address) => demoPages(address) ?? cardPages(address),
  (bench) => {
    /** The library pages that are open, each at its address. */
    const listOpen = async () => {
      const open: { page: Page; path: string; isInFront: boolean }[] = [];
      for (const page of await bench().started.browser.pages()) {
        const state = () => ({ path: location.pathname + location.search, isInFront: !document.hidden });
        const at = await page.evaluate(state).catch(() => null);
        if (at?.path.startsWith(LIBRARY_PAGE)) open.push({ page, ...at });
      }
      return open;
    };
    const paths = async () => (await listOpen()).map(({ path }) => path);
    const inFront = async () => (await listOpen()).map(({ isInFront }) => isInFront);
    const popupAt = async (address: string) => {
      const page = await bench().open(address);
      await page.bringToFront();
      return { page, popup: await openPopup(bench().started, await findTab(bench().extension, address)) };
    };

    afterEach(async () => {
      for (const { page } of await listOpen()) await page.close();
    });

    test('the popup’s foot leads there and to the accounts, always to the page that is open', async () => {
      const { page, popup } = await popupAt(NEWS_ADDRESS);
      await pressToLeave(popup, 'Library');
      await expect.poll(paths, { timeout: 10_000 }).toEqual([LIBRARY_PAGE]);
      for (const [name, path] of [
        ['Accounts', ACCOUNTS],
        ['Library', ACCOUNTS],
      ] as const) {
        const again = await openPopup(bench().started, await findTab(bench().extension, NEWS_ADDRESS));
        await pressToLeave(again, name);
        await expect.poll(paths, { timeout: 10_000 }).toEqual([path]);
        await expect.poll(inFront).toEqual([true]);
      }
      await page.close();
    });

    test('what words find leads to all of it, with the same words', async () => {
      const { page, popup } = await popupAt(NEWS_ADDRESS);
      await popup.bringToFront();
      await popup.type('input[type=search]', 'procurement');
      const all = async () =>
        (await popup.$$eval('button', (buttons) => buttons.map(({ textContent }) => textContent ?? ''))).find((name) =>
          /^All [\d,]+ in the library$/.test(name),
        );
      await expect.poll(all).toBeDefined();
      await bench().picture(popup, 'ways-popup-found');
      const name = (await all()) ?? '';
      await pressToLeave(popup, name);
      await expect.poll(paths, { timeout: 10_000 }).toEqual([SEARCH]);
      // There is as much there as was said.
      const [count = ''] = /[\d,]+/.exec(name) ?? [];
      const read = async () => (await listOpen())[0]?.page.$eval('main', ({ textContent }) => textContent);
      await expect.poll(read).toMatch(new RegExp(`(?<!\\d)${count} found`));
      await page.close();
    });

    test('from a publication in the popup one comes to its own view', async () => {
      const { page, popup } = await popupAt(REPORT_ADDRESS);
      await popup.waitForSelector('article');
      await popup.bringToFront();
      await bench().picture(popup, 'ways-popup-publication');
      await pressToLeave(popup, 'Open in the library');
      await expect.poll(async () => (await paths())[0], { timeout: 10_000 }).toMatch(PUBLICATION);
      await page.close();
    });

    test('a card leads there from its link, and goes on with what the page is at', async () => {
      const library = await bench().started.openExtensionPage(ACCOUNTS.slice(1));
      await library.waitForSelector('.accounts');
      await library.evaluate(() => Reflect.set(window, 'stays', true));
      const card = await openPage(bench(), '/');
      await card.page.focus('#first');
      await card.ask();
      await card.opened();
      await bench().picture(card.page, 'ways-card');
      await card.read((root) => {
        const way = [...root.querySelectorAll('button')].find(
          ({ textContent }) => textContent === 'Open in the library',
        );
        way?.click();
      });
      await expect.poll(async () => (await paths())[0], { timeout: 10_000 }).toMatch(PUBLICATION);
      expect(await paths()).toHaveLength(1);
      await expect.poll(inFront).toEqual([true]);
      // It was not loaded anew, which would end a file's being taken in, and Back leads to where it was.
      expect(await library.evaluate(() => Reflect.get(window, 'stays'))).toBe(true);
      await library.evaluate(() => history.back());
      await expect.poll(paths).toEqual([ACCOUNTS]);
      await card.page.close();
    });

    test('its shortcut opens it, and brings it to the front', async () => {
      const page = await bench().open(NEWS_ADDRESS);
      for (let times = 0; times < 2; times += 1) {
        await page.bringToFront();
        await pressShortcut();
        await expect.poll(inFront, { timeout: 10_000 }).toEqual([true]);
      }
      await page.close();
    });

    /** Chromium gives shortcuts to the reader's keyboard only: the background is told what it is told at one. */
    async function pressShortcut(): Promise<void> {
      const { name, started, extension } = bench();
      if (name === 'firefox')
        return void (await inFirefoxWindow(
          started.browser,
          `[...document.querySelectorAll('key')].find((key) => key.getAttribute('key') === 'L' && key.getAttribute('modifiers') === 'alt,shift').doCommand()`,
        ));
      await extension.evaluate(() =>
        Reflect.get(globalThis, 'chrome').runtime.sendMessage({ name: 'readLibraryState', request: {} }),
      );
      const target = await started.browser.waitForTarget((each) => each.type() === 'service_worker');
      await (await target.worker())?.evaluate(async () => {
        const { commands, tabs } = Reflect.get(globalThis, 'chrome');
        const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
        commands.onCommand.dispatch('open-library', tab);
      });
    }
  },
);
