import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { type ExtensionApi, findTab } from '../../scripts/browsers/extension-pages.ts';
import { article, demoPages, NEWS_ADDRESS } from '../../scripts/site/demo-pages.ts';
import type { Pages } from '../../scripts/site/serve.ts';
import { inBrowsers } from './in-browsers.ts';
import { putToSleep, SHORT_IDLE } from './sleep.ts';

const OTHER = 'http://other.example/';
const ON = 'IfG Gloss';
const OFF = 'IfG Gloss (marks are switched off here)';

/** The site that is switched off has a page without any link: the icon does not depend on what is found. */
const LINKLESS = `${NEWS_ADDRESS}linkless`;

const pages: Pages = (address) =>
  [LINKLESS, OTHER].includes(address.href)
    ? article('Without links', '<p>None.</p>')
    : (demoPages(address) ?? (address.hostname === 'other.example' ? article('', '') : null));

inBrowsers(
  'the icon',
  pages,
  (bench) => {
    afterEach(() => save({}));

    test('is grey on sites that are switched off, in pages that are open and in those that come', async () => {
      const open = await bench().open(LINKLESS);
      await expect.poll(() => titleOf(LINKLESS)).toBe(ON);
      await save({ sitesOff: ['news.example'] });
      await expect.poll(() => titleOf(LINKLESS)).toBe(OFF);
      await open.goto(OTHER);
      expect(await titleOf(OTHER)).toBe(ON);
      await open.goto(NEWS_ADDRESS);
      await expect.poll(() => titleOf(NEWS_ADDRESS)).toBe(OFF);
      await save({});
      await expect.poll(() => titleOf(NEWS_ADDRESS)).toBe(ON);
      await open.reload();
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(await titleOf(NEWS_ADDRESS)).toBe(ON);
      await open.close();
    });

    test('is grey on a page that comes back as it was left', async () => {
      const open = await bench().open(LINKLESS);
      await save({ sitesOff: ['news.example'] });
      await expect.poll(() => titleOf(LINKLESS)).toBe(OFF);
      await open.goto(OTHER);
      // Firefox's driver waits in vain for the load of a page that comes back.
      await open.evaluate(() => void setTimeout(() => history.back(), 0));
      await expect.poll(() => titleOf(LINKLESS)).toBe(OFF);
      await open.close();
    });

    test('is grey in a tab behind, opened while the background slept', async () => {
      await save({ sitesOff: ['news.example'] });
      await expect.poll(() => bench().extension.evaluate(countRegistered)).toBe(1);
      await putToSleep(bench().name, bench().started);
      const open = await openBehind(LINKLESS);
      await expect.poll(() => titleOf(LINKLESS)).toBe(OFF);
      await putToSleep(bench().name, bench().started);
      await save({});
      await expect.poll(() => titleOf(LINKLESS)).toBe(ON);
      await open.close();
    });

    test('is grey everywhere while marks are off', async () => {
      await save({ marks: false });
      await expect.poll(() => titleOf(null)).toBe(OFF);
      const open = await bench().open(OTHER);
      expect(await titleOf(OTHER)).toBe(OFF);
      await save({ marks: true });
      await expect.poll(() => titleOf(null)).toBe(ON);
      await expect.poll(() => titleOf(OTHER)).toBe(ON);
      await open.close();
    });

    test('is grey soon, however many sites are switched off', async () => {
      const many = Array.from({ length: 3000 }, (_, number) => `site-${number}.example`);
      const open = await bench().open(LINKLESS);
      const begin = performance.now();
      await save({ sitesOff: [...many, 'news.example'] });
      await expect.poll(() => titleOf(LINKLESS), { interval: 20 }).toBe(OFF);
      await expect.poll(() => bench().extension.evaluate(countWatched), { interval: 20, timeout: 10_000 }).toBe(3001);
      const took = Math.round(performance.now() - begin);
      console.log(`${bench().name}: 3,001 sites are switched off after ${took} ms`);
      expect(took).toBeLessThan(2000);
      await open.reload();
      await expect.poll(() => titleOf(LINKLESS)).toBe(OFF);
      await save({ sitesOff: many });
      await expect.poll(() => titleOf(LINKLESS)).toBe(ON);
      await expect.poll(() => bench().extension.evaluate(countWatched)).toBe(3000);
      await open.close();
    });

    test('is right for the other sites where one can be no pattern', async () => {
      await save({ sitesOff: ['', 'news.example'] });
      await expect.poll(() => bench().extension.evaluate(countRegistered)).toBe(1);
      const open = await bench().open(LINKLESS);
      await expect.poll(() => titleOf(LINKLESS)).toBe(OFF);
      await open.close();
    });

    /** No browser tells the icon of a tab; the title is set after it, where that did not fail. */
    async function titleOf(address: string | null): Promise<string> {
      const tabId = address === null ? null : await findTab(bench().extension, address);
      return bench().extension.evaluate((id) => {
        const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as ExtensionApi;
        return api.action.getTitle(id === null ? {} : { tabId: id });
      }, tabId);
    }

    function save(settings: object): Promise<unknown> {
      return bench().extension.evaluate((chosen) => {
        const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
        return api.storage.local.set({ settings: chosen });
      }, settings);
    }

    async function openBehind(address: string): Promise<Page> {
      const page = await bench().started.browser.newPage({ background: true });
      await page.goto(address);
      return page;
    }
  },
  { backgroundIdle: SHORT_IDLE },
);

async function countRegistered(): Promise<number> {
  const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
  return (await api.scripting.getRegisteredContentScripts()).length;
}

async function countWatched(): Promise<number> {
  const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
  const scripts: { readonly matches: readonly string[] }[] = await api.scripting.getRegisteredContentScripts();
  return scripts.flatMap(({ matches }) => matches).length;
}
