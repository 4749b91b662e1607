import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { findTab, openPopup } from '../../scripts/browsers/extension-pages.ts';
import { findWelcome, type Options, type Started } from '../../scripts/browsers/launch.ts';
import { demoPages, NEWS_ADDRESS } from '../../scripts/site/demo-pages.ts';
import { REPORT } from './apps/addresses.ts';
import { inFirefoxWindow } from './firefox-window.ts';
import { inCard, readCard } from './in-browsers.ts';
import { borrowForTest } from './shared-browsers.ts';
import { putToSleep, SHORT_IDLE, stopWorker } from './sleep.ts';

describe.each(['chrome', 'firefox'] as const)('the extension’s life in %s', (name) => {
  let started: Started;

  async function start(options: Options): Promise<{ page: Page; errors: string[] }> {
    started = await borrowForTest(name, demoPages, options);
    const errors: string[] = [];
    const page = await started.browser.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(NEWS_ADDRESS);
    return { page, errors };
  }

  test('a tab that was open before gets its marks at install, without a reload', async () => {
    const { page, errors } = await start({ withExtension: false });
    await started.install();
    await (await findWelcome(started)).close();
    await expect.poll(() => countMarks(page), { timeout: 10_000 }).toBe(5);
    await page.hover('#plain');
    await page.waitForSelector('[data-ifg-gloss-host=card][data-open]');
    expect(errors).toEqual([]);
  });

  test('an update leaves one mark on each link, and the card works', async () => {
    const { page, errors } = await start({});
    await expect.poll(() => countMarks(page)).toBe(5);
    await started.install();
    await addLink(page, 'after');
    await page.waitForSelector('#after[data-ifg-gloss="exact"]');
    await expect.poll(() => countMarks(page)).toBe(6);
    await page.hover('#plain');
    await page.waitForSelector('[data-ifg-gloss-host=card][data-open]');
    expect(await page.$$eval('[data-ifg-gloss-host=card]', (cards) => cards.length)).toBe(1);
    await page.keyboard.press('Escape');
    await page.$eval('#plain', (link) => link.setAttribute('href', 'https://example.com/'));
    await expect.poll(() => countMarks(page)).toBe(5);
    expect(errors).toEqual([]);
  });

  test('a background that sleeps wakes and answers, and the marks stay', async () => {
    const { page, errors } = await start({ backgroundIdle: SHORT_IDLE });
    await expect.poll(() => countMarks(page)).toBe(5);
    await putToSleep(name, started);
    expect(await countMarks(page)).toBe(5);
    await addLink(page, 'after');
    await page.waitForSelector('#after[data-ifg-gloss="exact"]');
    await putToSleep(name, started);
    await page.hover('#plain');
    await page.waitForSelector('[data-ifg-gloss-host=card][data-open]');
    expect(errors).toEqual([]);
  });

  // Firefox stops only a background that is idle.
  test.skipIf(name === 'firefox')(
    'a background that is stopped while it answers is asked again: each card opens',
    async () => {
      const { page, errors } = await start({});
      await expect.poll(() => countMarks(page)).toBe(5);
      await page.hover('#plain');
      await page.waitForSelector('[data-ifg-gloss-host=card][data-open]');
      const options = await started.openExtensionPage('options.html');
      await options.evaluate(() => Reflect.get(globalThis, 'chrome').storage.local.set({ settings: { dwell: 100 } }));
      await page.bringToFront();
      const tab = await findTab(options, NEWS_ADDRESS);
      for (let round = 0; round < 3; round += 1) {
        await page.mouse.move(1, 1);
        await page.waitForSelector('[data-ifg-gloss-host=card][data-open]', { hidden: true });
        await stopWorker(started);
        await options.evaluate(holdLibrary);
        await page.hover('#plain');
        await expect.poll(() => stopWorker(started), { interval: 50 }).toBe(true);
        await options.evaluate(() => dispatchEvent(new Event('release')));
        await page.waitForSelector('[data-ifg-gloss-host=card][data-open]', { timeout: 5000 });
        expect(await readCard(options, tab)).toContain('The role of procurement');
      }
      // Stopped at the second try too: the card says so, and asks again when its reader does.
      await page.mouse.move(1, 1);
      await page.waitForSelector('[data-ifg-gloss-host=card][data-open]', { hidden: true });
      await stopWorker(started);
      await options.evaluate(holdLibrary);
      await page.hover('#plain');
      while ((await page.$('[data-ifg-gloss-host=card][data-open]')) === null) await stopWorker(started);
      expect(await readCard(options, tab)).toContain('The posts could not be loaded');
      await options.evaluate(() => dispatchEvent(new Event('release')));
      await inCard(options, tab, (root) => root.querySelector<HTMLElement>('article button')?.click());
      await expect.poll(() => readCard(options, tab)).toContain('The role of procurement');
      expect(errors).toEqual([]);
    },
  );

  test.skipIf(name === 'firefox')(
    'storage that does not answer is said, and marks and settings do without',
    async () => {
      const { page } = await start({});
      const holder = await started.openExtensionPage('options.html');
      await holder.waitForSelector('.feed');
      await stopWorker(started);
      await holder.evaluate(holdLibrary);
      const options = await started.openExtensionPage('options.html?while');
      expect(await options.$$eval('input[type=checkbox]', (boxes) => boxes.length)).toBeGreaterThan(3);
      expect(await options.$('.feed')).toBeNull();
      await page.reload();
      await expect.poll(() => countMarks(page), { timeout: 8000 }).toBe(5);
      await options.waitForSelector('.feed');
      const said = () => options.$eval('main', (main) => main.textContent);
      expect(await said()).toContain('Your browser’s storage is not answering');
      const popup = await openPopup(started, await findTab(holder, NEWS_ADDRESS));
      await expect.poll(() => popup.$eval('footer', (foot) => foot.textContent)).toContain('storage is not answering');
      await holder.evaluate(() => dispatchEvent(new Event('release')));
      const look = async () => {
        await options.evaluate(() => dispatchEvent(new Event('focus')));
        return said();
      };
      await expect.poll(look, { timeout: 5000 }).toContain('Stored in this browser');
    },
  );

  test.each([
    ['removed', prepareRemoval],
    ['disabled', prepareDisabling],
  ])('an extension that is %s takes card and marks away, though nothing happens in the page', async (_, prepare) => {
    const { page, errors } = await start({});
    await expect.poll(() => countMarks(page)).toBe(5);
    const end = await prepare(started, name);
    await page.bringToFront();
    await page.hover('#plain');
    await page.waitForSelector('[data-ifg-gloss-host=card][data-open]');
    await end();
    const left = () =>
      page.evaluate(() => {
        const drawn = [...document.querySelectorAll('[data-ifg-gloss-host]')].filter(
          (host) => getComputedStyle(host).display !== 'none',
        );
        const underlined = [...document.querySelectorAll('[data-ifg-gloss]')].filter((link) =>
          /double|dashed|dotted/.test(getComputedStyle(link).textDecorationStyle),
        );
        return [drawn.length, underlined.length];
      });
    await expect.poll(left, { timeout: 2000 }).toEqual([0, 0]);
    // Firefox ends scripts at once: what they have left is no longer drawn.
    if (name === 'chrome')
      expect([await countMarks(page), await page.$$eval('[data-ifg-gloss-host]', (hosts) => hosts.length)]).toEqual([
        0, 0,
      ]);
    expect(errors).toEqual([]);
  });

  test('an update leaves none of the cards that were open', async () => {
    const { page } = await start({});
    await page.hover('#plain');
    await page.waitForSelector('[data-ifg-gloss-host=card][data-open]');
    await started.install();
    await addLink(page, 'after');
    await page.waitForSelector('#after[data-ifg-gloss="exact"]');
    await expect.poll(() => page.$$eval('[data-ifg-gloss-host]', (hosts) => hosts.length)).toBe(0);
  });

  test('tabs that ask at once get their own answers', async () => {
    await start({});
    const pages = await Promise.all([1, 2, 3].map(() => started.browser.newPage()));
    await Promise.all(pages.map((page) => page.goto(NEWS_ADDRESS)));
    await Promise.all(pages.map((page, index) => addLink(page, `own-${index}`)));
    for (const [index, page] of pages.entries()) {
      await expect.poll(() => countMarks(page), { timeout: 5000 }).toBe(6);
      expect(await page.$eval(`#own-${index}`, (link) => link.getAttribute('data-ifg-gloss'))).toBe('exact');
      expect(await page.$eval('#other', (link) => link.getAttribute('data-ifg-gloss'))).toBeNull();
    }
  });
});

function countMarks(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('[data-ifg-gloss]').length);
}

/** In a page of the extension: lets nobody read the library until the page hears of its release. */
function holdLibrary(): Promise<void> {
  return new Promise((held) => {
    const opening = indexedDB.open('ifg-gloss');
    opening.onsuccess = () => {
      const posts = opening.result.transaction('posts', 'readwrite').objectStore('posts');
      let isHeld = true;
      addEventListener('release', () => {
        isHeld = false;
        opening.result.close();
      });
      const hold = () => {
        if (isHeld) posts.count().onsuccess = hold;
        held();
      };
      hold();
    };
  });
}

async function addLink(page: Page, id: string): Promise<void> {
  await page.evaluate(
    (name, href) =>
      document.body.insertAdjacentHTML('beforeend', `<a id="${name}" href="${href}?n=${name}">${name}</a>`),
    id,
    REPORT,
  );
}

/** What ends the extension, ready to be called while another page is in front. */
type End = () => Promise<unknown>;

async function prepareRemoval({ openExtensionPage }: Started): Promise<End> {
  const extension = await openExtensionPage('options.html');
  return () =>
    extension.evaluate('(globalThis.browser ?? globalThis.chrome).management.uninstallSelf()').catch(() => null);
}

/** As its reader does in the browser's own list of extensions. */
async function prepareDisabling({ browser, extensionRoot }: Started, name: 'chrome' | 'firefox'): Promise<End> {
  if (name === 'firefox') return () => inFirefoxWindow(browser, DISABLE);
  const list = await browser.newPage();
  await list.goto('chrome://extensions');
  const { host } = new URL(extensionRoot);
  return () => list.evaluate((id) => Reflect.get(globalThis, 'chrome').management.setEnabled(id, false), host);
}

const DISABLE = `(async () => {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await (await AddonManager.getAddonByID('ifg-gloss@gloss.example')).disable();
})()`;
