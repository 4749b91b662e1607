import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { openPopup } from '../../scripts/browsers/extension-pages.ts';
import { askFrom } from '../network/extension-driver.ts';
import { findAxeViolations } from './axe.ts';
import { inBrowsers } from './in-browsers.ts';
import { addAccount, type OwnDriver, removeAccount } from './own-driver.ts';

const BOX = 'input[type=search]';
const HITS = '.results a[data-item]';

inBrowsers(
  'the library page',
  () => null,
  (bench) => {
    test('finds as one types, says why, and is an address that Back and a reload lead to', async () => {
      const page = await open();
      expect(await focused(page)).toBe('q');
      await page.keyboard.type('procure');
      await expect.poll(() => page.$$eval('.hit mark', (marks) => marks.length), { timeout: 5000 }).toBeGreaterThan(5);
      await settled(page);
      const marked = await page.$$eval('.hit mark', (marks) => marks.map(({ textContent }) => textContent));
      expect(marked.filter((words) => !/^procur/i.test(words))).toEqual([]);
      expect(await query(page)).toEqual({ q: 'procure' });
      await page.keyboard.press('Enter');
      await page.keyboard.type('ment legislation');
      await settled(page);
      expect(await query(page)).toEqual({ q: 'procurement legislation' });
      await goBack(page);
      await settled(page);
      expect([await text(page), await query(page)]).toEqual(['procure', { q: 'procure' }]);
      const found = await say(page, '.results-found');
      await reload(page);
      await settled(page);
      expect([await text(page), await say(page, '.results-found')]).toEqual(['procure', found]);
      await page.close();
    });

    test('has controls that write what can be typed', async () => {
      const page = await open('?q=procurement');
      const [all, ofPosts] = [await count(page), await countBeside(page, 'Posts')];
      await clickOn(page, 'Posts');
      await settled(page);
      expect(await text(page)).toBe('procurement kind:post');
      expect(await count(page)).toBe(ofPosts);
      expect(ofPosts).toBeLessThan(all);
      await clickOn(page, 'Newest first');
      await settled(page);
      expect(await query(page)).toEqual({ q: 'procurement kind:post', by: 'day' });
      expect(await say(page, 'h2.hits-month')).toMatch(/^\w+ 2025$/);
      await page.click('.chip');
      await settled(page);
      expect([await text(page), await count(page), await focused(page)]).toEqual(['procurement', all, 'q']);
      await goBack(page);
      await goBack(page);
      await settled(page);
      expect(await query(page)).toEqual({ q: 'procurement kind:post' });
      await page.close();
    });

    test('is left by a hit and come back to at the same place; Ctrl leads to another tab', async () => {
      const page = await open('?q=procurement');
      const { started } = bench();
      const third = (await page.$$(HITS))[2];
      const href = await third?.evaluate((link) => link.getAttribute('href'));
      await third?.focus();
      await page.keyboard.press('Enter');
      await until(page, () => document.activeElement?.tagName === 'H1');
      expect(await page.evaluate(() => location.pathname + location.search)).toBe(href);
      await goBack(page);
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('href')), { timeout: 5000 })
        .toBe(href);
      const tabs = (await started.browser.pages()).length;
      await page.keyboard.down('Control');
      await page.click(HITS);
      await page.keyboard.up('Control');
      await expect.poll(async () => (await started.browser.pages()).length, { timeout: 5000 }).toBe(tabs + 1);
      expect(await query(page)).toEqual({ q: 'procurement' });
      await page.close();
    });

    test('is searched from any other view, however slowly one types', async () => {
      const page = await bench().started.openExtensionPage('library.html?view=publications');
      await page.bringToFront();
      await page.waitForSelector('main h1');
      await page.type(BOX, 'procure', { delay: 80 });
      expect(await text(page)).toBe('procure');
      await settled(page);
      expect(await query(page)).toEqual({ q: 'procure' });
      await page.close();
    });

    test('is worked by the keyboard', async () => {
      const page = await open('?q=procurement');
      const places = () =>
        page.evaluate((hits) => [...document.querySelectorAll(hits)].indexOf(document.activeElement as Element), HITS);
      await page.keyboard.press('j');
      await page.keyboard.press('ArrowDown');
      expect(await places()).toBe(1);
      await page.keyboard.press('k');
      expect(await places()).toBe(0);
      await page.keyboard.press('/');
      expect(await focused(page)).toBe('q');
      await page.keyboard.press('ArrowDown');
      expect(await places()).toBe(0);
      await page.keyboard.press('Escape');
      expect([await focused(page), await text(page)]).toEqual(['q', 'procurement']);
      await page.keyboard.press('Escape');
      await settled(page);
      expect([await text(page), await query(page)]).toEqual(['', {}]);
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.keyboard.press('?');
      await until(page, () => document.querySelector('dialog[open]') !== null);
      await page.keyboard.press('Escape');
      await until(page, () => document.querySelector('dialog[open]') === null);
      // Another window switches them off.
      const setLetterKeys = (letterKeys: boolean) =>
        page.evaluate((on) => {
          const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
          return api.storage.local.set({ settings: { letterKeys: on } });
        }, letterKeys);
      await setLetterKeys(false);
      await until(page, () => document.querySelector('footer kbd') === null);
      await page.keyboard.press('?');
      await page.keyboard.press('/');
      expect([await focused(page), await page.$('dialog[open]')]).toEqual([null, null]);
      await setLetterKeys(true);
      await page.close();
    });

    test('keeps searches, which all windows know within a second', async () => {
      const [page, other] = [await open('?q=procurement'), await open()];
      await page.bringToFront();
      await clickOn(page, 'Save this search');
      await until(page, () => document.querySelector('.save-form') !== null);
      await page.keyboard.type('Buying');
      await page.keyboard.press('Enter');
      const savedIn = (of: Page) =>
        of.$$eval('.saved-searches a', (links) => links.map(({ textContent }) => textContent));
      await expect.poll(() => savedIn(other), { timeout: 1000 }).toEqual(['Buying']);
      // What was pressed is gone.
      await expect.poll(() => hasFocus(page, '.save-done')).toBe(true);
      await other.bringToFront();
      await clickOn(other, 'Buying');
      await settled(other);
      expect(await text(other)).toBe('procurement');
      await clickOn(other, 'Edit');
      await other.click('.saved-editor button');
      await expect.poll(() => savedIn(page), { timeout: 1000 }).toEqual([]);
      await other.click('.saved-removed button');
      await expect.poll(() => savedIn(page), { timeout: 1000 }).toEqual(['Buying']);
      await expect.poll(() => hasFocus(other, '.saved-editor input')).toBe(true);
      await Promise.all([page, other].map((each) => each.close()));
    });

    test('posts that come and go are seen in two windows and the popup within a second: drawn soon', async () => {
      const { extension, started } = bench();
      const [page, other] = [await open('?q=what+Ada+wrote'), await open('?q=account%3Aada.example')];
      const popup = await openPopup(started, -1);
      await popup.type(BOX, 'what Ada wrote');
      await popup.waitForSelector('main div:not([hidden]) h1');
      const driver = { ask: askFrom.bind(null, extension) } as Pick<OwnDriver, 'ask'>;
      const seen = async () => ({
        found: await count(page).catch(() => null),
        ofAccount: await count(other).catch(() => null),
        inPopup: await popup.$$eval('main div:not([hidden]) .item', (items) =>
          items.some(({ textContent }) => textContent?.includes('What Ada wrote as number')),
        ),
      });
      const before = await seen();
      expect(before).toEqual({ found: null, ofAccount: null, inPopup: false });
      await addAccount(driver);
      await expect.poll(seen, { timeout: 1000 }).toEqual({ found: 40, ofAccount: 40, inPopup: true });
      await removeAccount(driver);
      await expect.poll(seen, { timeout: 1000 }).toEqual(before);
      await Promise.all([page, other, popup].map((each) => each.close()));
    });

    test('says what to do where nothing is found, and what was understood otherwise', async () => {
      const page = await open('?q=penguin+kind%3Apost+kind%3Apenguin');
      expect(await say(page, '.nothing h2')).toBe('Nothing was found');
      expect(await say(page, '.search-notice')).toMatch(/^“kind:penguin” names no kind/);
      await clickOn(page, 'Without the filter “Posts”');
      await settled(page);
      expect(await text(page)).toBe('penguin kind:penguin');
      await page.close();
    });

    test.each(['', '?q=procurement+kind%3Apost', '?q=penguin'])(
      'breaks no rule of accessibility, and fits a narrow window: library.html%s',
      async (address) => {
        const page = await open(address);
        // Firefox refuses to resize an extension's page.
        await page.setViewport({ width: 1280, height: 800 }).catch(() => null);
        expect(await findAxeViolations(page)).toEqual([]);
        // Where the filters stand beside the list, nothing is to be opened.
        const shown = await page.$$eval('.filters-toggle, .filters', (all) =>
          all.map((each) => each.checkVisibility()),
        );
        expect(shown.filter(Boolean)).toHaveLength(1);
        const isNarrow = await page.setViewport({ width: 320, height: 800 }).then(
          () => true,
          () => false,
        );
        const isAsNarrow = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
        expect(await page.evaluate(isAsNarrow)).toBe(true);
        if (isNarrow) {
          await page.click('.filters-toggle');
          await until(page, () => document.querySelector('.filters.open') !== null);
          expect(await page.evaluate(isAsNarrow)).toBe(true);
          expect(await findAxeViolations(page)).toEqual([]);
        }
        await page.close();
      },
    );

    async function open(address = ''): Promise<Page> {
      const page = await bench().started.openExtensionPage(`library.html${address}`);
      await page.bringToFront();
      await settled(page);
      return page;
    }
  },
);

/** Waits until what is typed is answered, and stands in the address. */
function settled(page: Page): Promise<void> {
  return until(page, () => {
    const typed = document.querySelector<HTMLInputElement>('input[type=search]')?.value;
    const written = new URLSearchParams(location.search).get('q') ?? '';
    return document.querySelector('.results[aria-busy=false]') !== null && typed === written;
  });
}

/** The driver's own way to wait makes a function of a text, which the policy of the extension's pages forbids. */
async function until(page: Page, isSo: () => boolean): Promise<void> {
  // While a page is loaded there is nobody to ask.
  await expect.poll(() => page.evaluate(isSo).catch(() => false), { timeout: 5000 }).toBe(true);
}

// In Firefox the driver waits for a page that is loaded, and none is.
const goBack = (page: Page) => page.evaluate(() => history.back());
async function reload(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.id = 'before';
    location.reload();
  });
  await until(page, () => document.querySelector('#before') === null && document.querySelector('main') !== null);
}
const text = (page: Page) => page.$eval(BOX, ({ value }) => value);
const say = (page: Page, selector: string) => page.$eval(selector, ({ textContent }) => textContent ?? '');
const query = (page: Page) => page.evaluate(() => Object.fromEntries(new URLSearchParams(location.search)));
const hasFocus = (page: Page, selector: string) => page.evaluate((of) => document.activeElement?.matches(of), selector);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'));
const count = async (page: Page) => Number.parseInt(await say(page, '.results-found'), 10);

/** How many hits a filter says that it would leave. */
function countBeside(page: Page, filter: string): Promise<number> {
  return page.$$eval(
    '.filter-link',
    (links, label) => {
      const link = links.find((each) => each.querySelector('.filter-label')?.textContent === label);
      return Number(link?.querySelector('.filter-hits')?.textContent);
    },
    filter,
  );
}

/** Clicks the link or the button that begins with such words. */
async function clickOn(page: Page, words: string): Promise<void> {
  const found = await page.evaluateHandle(
    (label) => [...document.querySelectorAll('a, button')].find((each) => each.textContent?.trim().startsWith(label)),
    words,
  );
  await found.asElement()?.evaluate((each) => (each as HTMLElement).click());
}
