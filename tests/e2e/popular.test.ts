import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { findTab, openPopup } from '../../scripts/browsers/extension-pages.ts';
import { article } from '../../scripts/site/demo-pages.ts';
import type { Pages } from '../../scripts/site/serve.ts';
import { openPage } from './card-driver.ts';
import { SITE } from './card-pages.ts';
import { inBrowsers } from './in-browsers.ts';
import { buildPopular, POPULAR_ADDRESS } from './popular-library.ts';
import { chosen, inDark } from './schemes.ts';

const MORE = '.conversations > .more button';
const SCHEMES = ['light', 'dark'] as const;
const built = await buildPopular();

const pages: Pages = (address) => {
  if (address.href === `${SITE}/popular`) return article('News', `<p>A <a href="${POPULAR_ADDRESS}">report</a>.</p>`);
  if (address.href === POPULAR_ADDRESS)
    return article('A popular report', '<h1>A popular report</h1><p>What post.</p>');
  const isOurs = [SITE, POPULAR_ADDRESS].some((each) => new URL(each).host === address.host);
  return isOurs ? article('', '') : null;
};

inBrowsers(
  'a report that much is said about',
  pages,
  (bench) => {
    // A card is light or dark as its page is when it opens.
    test.each(SCHEMES)(
      'a %s card shows the first page, and more by keyboard, with the focus on the first that is new',
      async (scheme) => {
        const driver = await openPage(bench(), '/popular');
        await chosen(bench(), driver.page, { scheme }, async () => {
          await driver.page.focus('a');
          await driver.ask();
          await driver.opened();
          const count = () => driver.read((root) => root.querySelectorAll('.post').length);
          await expect.poll(count).toBe(20);
          expect(await driver.text('.counts')).toBe('200 posts · 120 recommendations');
          expect(await driver.text(MORE)).toBe('Show more (180 left)');
          await driver.read((root, selector) => root.querySelector<HTMLElement>(selector)?.focus(), MORE);
          await bench().picture(driver.page, `popular-card-${scheme}`);
          await driver.page.keyboard.press('Enter');
          await expect.poll(count).toBe(40);
          await expect
            .poll(() => driver.read((root) => root.activeElement?.getAttribute('data-post')))
            .toBe('feed:a/20.0');
          expect(await driver.text('.gloss > [role="status"]')).toBe('20 more: 40 of 200 posts are shown');
          await bench().picture(driver.page, `popular-card-more-${scheme}`);
        });
        await driver.page.close();
      },
    );

    test('a recommendation in a card leads to its post, which is fetched', async () => {
      const driver = await openPage(bench(), '/popular');
      await driver.page.focus('a');
      await driver.ask();
      await driver.opened();
      await expect.poll(() => driver.text('.recommendations li .action')).not.toBeNull();
      await driver.read((root) => root.querySelector<HTMLElement>('.recommendations li .action')?.click());
      await expect
        .poll(() => driver.read((root) => root.activeElement?.getAttribute('data-post')))
        .toBe('feed:a/195.4');
      await driver.page.close();
    });

    test('the popup shows the first page, and all by and by', async () => {
      const page = await bench().open(POPULAR_ADDRESS);
      const popup = await openPopup(bench().started, await findTab(bench().extension, POPULAR_ADDRESS));
      await popup.waitForSelector(MORE);
      expect(await countPosts(popup)).toBe(20);
      await popup.$eval(MORE, (button) => button.scrollIntoView({ block: 'center' }));
      await bench().picture(popup, 'popular-popup-light');
      await inDark(bench(), popup, () => bench().picture(popup, 'popular-popup-dark'));
      for (let shown = 40; shown <= 200; shown += 20) {
        await popup.$eval(MORE, (button) => (button as HTMLElement).click());
        // Firefox has a page that is not in front wait a second for its turns.
        await expect.poll(() => countPosts(popup), { timeout: 5000 }).toBe(shown);
      }
      expect(await popup.$(MORE)).toBeNull();
      await popup.close();
      await page.close();
    });

    test.each(SCHEMES)('the %s panel of the report itself asks for more of its own page', async (scheme) => {
      const page = await bench().openTab();
      await chosen(bench(), page, { scheme }, async () => {
        await page.goto(POPULAR_ADDRESS);
        const tabId = await findTab(bench().extension, POPULAR_ADDRESS);
        const inPanel = (work: string) =>
          bench().extension.evaluate(`(globalThis.browser ?? globalThis.chrome).scripting.executeScript({
            target: { tabId: ${tabId} },
            func: () => {
              const host = document.querySelector('[data-ifg-gloss-host=panel]');
              const root = host && (globalThis.chrome?.dom?.openOrClosedShadowRoot(host) ?? host.openOrClosedShadowRoot);
              return root ? (${work})(root) : null;
            },
          }).then(([{ result }]) => result ?? null)`);
        await expect.poll(() => inPanel(`(root) => root.querySelector('.tab') !== null`), { timeout: 5000 }).toBe(true);
        await inPanel(`(root) => root.querySelector('.tab').click()`);
        await expect.poll(() => inPanel(`(root) => root.querySelectorAll('.post').length`)).toBe(20);
        await inPanel(`(root) => root.querySelector('${MORE}').scrollIntoView({ block: 'center' })`);
        await bench().picture(page, `popular-panel-${scheme}`);
        await inPanel(`(root) => root.querySelector('${MORE}').click()`);
        await expect.poll(() => inPanel(`(root) => root.querySelectorAll('.post').length`)).toBe(40);
      });
      await page.close();
    });
  },
  { built },
);

function countPosts(page: Page): Promise<number> {
  return page.$$eval('.post', ({ length }) => length);
}
