import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { addressOfRoute, type LibraryRoute } from '../../core/library-route.ts';
import { readBundledFeed } from '../components/seeds.ts';
import { findAxeViolations } from './axe.ts';
import { inBrowsers } from './in-browsers.ts';

const REPORT = 'The role of procurement in delivering mission-led government';
const PUBLICATIONS: LibraryRoute = { view: 'publications', order: 'said', kind: null };
const { publications, threads } = readBundledFeed();
const [first = '', second = ''] = publications.map(({ id }) => id);
const thread = threads[0]?.id ?? '';
const ROUTES: readonly LibraryRoute[] = [
  PUBLICATIONS,
  { view: 'publication', id: first },
  { view: 'compare', first, second: null },
  { view: 'compare', first, second },
  { view: 'threads' },
  { view: 'thread', id: thread },
  { view: 'post', id: threads[0]?.posts[1] ?? '' },
];

inBrowsers(
  'browsing the library',
  () => null,
  (bench) => {
    const open = async (route: LibraryRoute) => {
      const page = await bench().started.openExtensionPage(addressOfRoute(route).slice(1));
      await page.bringToFront();
      return page;
    };

    test('leads from the list to a publication, its thread and a post, and Back to the link that was left', async () => {
      const page = await open(PUBLICATIONS);
      await arrived(page, 'Publications');
      const [line] = await texts(page, '.line');
      expect(line).toMatch(/^The role of procurement .* 17 posts · 14 recommendations · newest on /);
      await follow(page, 'A to Z');
      expect(await page.evaluate(() => location.search)).toBe('?view=publications&by=title');
      await expect.poll(async () => (await texts(page, '.line-title'))[0]).not.toBe(REPORT);
      await follow(page, REPORT);
      await arrived(page, REPORT);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(REPORT);
      expect(await texts(page, '.recommendations li')).toHaveLength(14);
      await bench().picture(page, 'library-publication');
      await follow(page, 'This thread as a document');
      await arrived(page, `Thread on “${REPORT}”`);
      expect(await texts(page, '.document-post')).toHaveLength(16);
      expect(await texts(page, '.numbered > li')).toHaveLength(14);
      const [day = ''] = await texts(page, '.document-post:nth-child(5) time');
      const left = await page.$eval('.document-post:nth-child(5) a', (link) => link.getAttribute('href'));
      await page.$eval('.document-post:nth-child(5) a', (link) => link.click());
      await arrived(page, `Post of ${day}`);
      expect(await texts(page, '.post-itself .ordinal')).toEqual(['5']);
      await page.evaluate(() => history.back());
      await arrived(page, `Thread on “${REPORT}”`);
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('href')), { timeout: 5000 })
        .toBe(left);
      await page.close();
    });

    test('sets two publications side by side, and swaps them', async () => {
      const page = await open(PUBLICATIONS);
      await arrived(page, 'Publications');
      await follow(page, REPORT);
      await arrived(page, REPORT);
      await follow(page, 'Compare with another publication');
      await arrived(page, 'Compare with another publication');
      await page.type('.chooser input', 'budget beyond');
      await expect.poll(async () => (await texts(page, '.chooser + div .line-title'))[0]).toMatch(/^The 2025 budget/);
      await page.$eval('.chooser + div .line-title', (link) => (link as HTMLElement).click());
      await arrived(page, 'Two publications side by side');
      expect(await texts(page, '.compare-title')).toEqual([REPORT, expect.stringMatching(/^The 2025 budget/)]);
      await follow(page, 'Swap sides');
      await expect.poll(async () => (await texts(page, '.compare-title'))[1]).toBe(REPORT);
      expect(await texts(page, '.compare-others:last-child .compared')).toHaveLength(14);
      await page.close();
    });

    test('says what the library no longer holds, and where to go on', async () => {
      const page = await open({ view: 'thread', id: 'thread:gone' });
      await arrived(page, 'This is no longer in the library');
      await follow(page, 'All threads');
      await arrived(page, 'Threads');
      expect(await texts(page, '.line')).not.toEqual([]);
      await page.close();
    });

    test('no view has a fault that axe finds, or is wider than 320 pixels where it has no more', async () => {
      const page = await open(PUBLICATIONS);
      for (const route of ROUTES) {
        await page.evaluate((address) => {
          document.body.id = 'before';
          location.assign(address);
        }, addressOfRoute(route));
        await until(page, () => document.querySelector('body:not(#before) h1') !== null);
        // Firefox lets no driver make its window as narrow.
        const width = await page.evaluate(() => {
          Object.assign(document.body.style, { boxSizing: 'border-box', inlineSize: '320px' });
          return document.body.scrollWidth;
        });
        expect([route, width]).toEqual([route, 320]);
        expect([route, await findAxeViolations(page)]).toEqual([route, []]);
        await bench().picture(page, `library-${route.view}-narrow`);
      }
      await page.close();
    });
  },
);

/** The driver's own way to wait makes a function of a text, which the policy of the extension's pages forbids. */
async function until(page: Page, isSo: () => boolean): Promise<void> {
  // While a page is loaded there is nobody to ask.
  await expect.poll(() => page.evaluate(isSo).catch(() => false), { timeout: 5000 }).toBe(true);
}

function texts(page: Page, selector: string): Promise<string[]> {
  return page.$$eval(selector, (found) => found.map(({ textContent }) => textContent ?? ''));
}

/** Waits for a view with such a heading, to which its reader is led. */
async function arrived(page: Page, heading: string): Promise<void> {
  await expect.poll(() => texts(page, 'h1'), { timeout: 5000 }).toEqual([heading]);
}

/** Follows the link that begins with such words. */
async function follow(page: Page, words: string): Promise<void> {
  await page.$$eval(
    'main a',
    (links, begin) => links.find((link) => link.textContent?.trim().startsWith(begin))?.click(),
    words,
  );
}
