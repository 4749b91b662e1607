import { mkdir } from 'node:fs/promises';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOfRoute, type LibraryRoute } from '../../core/library-route.ts';
import { findTab } from '../../scripts/browsers/extension-pages.ts';
import { findWelcome, type Started, startBrowser } from '../../scripts/browsers/launch.ts';
import { demoPages, NEWS_ADDRESS, REPORT_ADDRESS } from '../../scripts/site/demo-pages.ts';
import { type Site, serveSite } from '../../scripts/site/serve.ts';
import { readBundledFeed } from '../components/seeds.ts';
import { centreOf } from './card-driver.ts';
import { type ReadErrors, watchErrors } from './extension-errors.ts';
import { inCard } from './in-browsers.ts';
import { asPhone, copyForAndroid, PHONE, readMissing } from './phone.ts';

const { publications, threads } = readBundledFeed();
const said = threads[0]?.id ?? '';
const ROUTES: readonly LibraryRoute[] = [
  { view: 'search', text: 'procurement', order: 'relevance' },
  { view: 'publications', order: 'said', kind: null },
  { view: 'publication', id: publications[0]?.id ?? '' },
  { view: 'thread', id: said },
  { view: 'notes' },
  { view: 'accounts' },
  { view: 'backup' },
];
const PAGES = ['options.html', 'consent.html', 'requests.html', 'library.html?view=recommendations'];
/** What there are no keys, no toolbar and no side panel for. */
const OF_DESKS = /shortcut|Alt\+|keyboard|toolbar|puzzle|side panel|resting the pointer/i;

/** A browser of its own: no driver gets to a phone. No device was at hand (docs/browsers.md). */
describe('a stand-in for Firefox for Android, 360 pixels wide and touched', { timeout: 120_000 }, () => {
  let site: Site;
  let copy: Awaited<ReturnType<typeof copyForAndroid>>;
  let started: Started;
  let welcome: Page;
  let options: Page;
  let readErrors: ReadErrors;

  beforeAll(async () => {
    await mkdir('pictures', { recursive: true });
    [site, copy] = await Promise.all([serveSite(demoPages), copyForAndroid()]);
    started = await startBrowser('firefox', site.port, {
      withExtension: false,
      built: copy.built,
      isTouched: true,
      answersWithin: 30_000,
    });
    readErrors = await watchErrors('firefox', started);
    await started.install();
    welcome = await findWelcome(started);
    options = await started.openExtensionPage('options.html?beside');
  });
  afterAll(async () => {
    await started?.browser.close();
    site?.close();
    await copy?.remove();
  });

  async function asOnPhone(page: Page, title: string): Promise<void> {
    await page.bringToFront();
    await asPhone(started.browser);
    // A frame that Firefox draws around some of its tabs makes them 12 pixels narrower.
    await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThanOrEqual(PHONE.width);
    await page.screenshot({ path: `pictures/phone-${title}.png` });
  }

  /** Nothing is wider than the window, too small for a finger or seen only by a pointer that hovers. */
  async function expectUsable(page: Page): Promise<void> {
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await findSmall(page)).toEqual([]);
    const unseen = () =>
      [...document.querySelectorAll('a, button')].filter((each) => getComputedStyle(each).opacity === '0').length;
    expect(await page.evaluate(unseen)).toBe(0);
    // biome-ignore lint/performance/useDomNodeTextContent: what is not drawn is not offered.
    const text = await page.evaluate(() => document.body.innerText);
    // A phone may have a keyboard beside it, whose single keys can be switched off.
    expect(text.replace(/^Keyboard\n\nFor when a keyboard is connected\.\s+Single-key shortcuts$/m, '')).not.toMatch(
      OF_DESKS,
    );
  }

  test('has nothing of what is missing there', async () => {
    const missing = await readMissing();
    expect(missing).toContain('windows.create');
    const there = await options.evaluate(
      (names) =>
        names.filter((name) => {
          const [space = '', member = ''] = name.split('.');
          return Reflect.get(Object(Reflect.get(Reflect.get(globalThis, 'browser'), space)), member) !== undefined;
        }),
      missing,
    );
    expect(there).toEqual([]);
    expect(await options.evaluate(() => matchMedia('(any-hover: none) and (pointer: coarse)').matches)).toBe(true);
  });

  test('says in the introduction what a finger does', async () => {
    await welcome.waitForSelector('.sample-card');
    await asOnPhone(welcome, 'welcome');
    await expectUsable(welcome);
    expect(await welcome.evaluate(() => document.body.textContent)).toContain('Hold your finger on a marked link');
  });

  test('marks links, and a long touch opens a card that is usable within the window', async () => {
    const news = await openTab(NEWS_ADDRESS);
    await expect.poll(() => news.$$eval('[data-ifg-gloss]', (marks) => marks.length)).toBe(5);
    await asOnPhone(news, 'marks');
    const { x, y } = await centreOf(news, '#tracked');
    await news.touchscreen.touchStart(x, y);
    await news.waitForSelector('[data-ifg-gloss-host=card][data-open]');
    await news.touchscreen.touchEnd();
    const tab = await findTab(options, NEWS_ADDRESS);
    await expect.poll(() => inCard(options, tab, (root) => root.querySelector('h1')?.textContent)).toMatch(/procure/);
    await news.screenshot({ path: 'pictures/phone-card.png' });
    const parts = await inCard(options, tab, (root) => {
      const frame = root.ownerDocument.defaultView?.frameElement?.getBoundingClientRect() ?? new DOMRect();
      const sizes = [...root.querySelectorAll('button, a')].map((each) => each.getBoundingClientRect());
      return {
        within: [frame.left >= 0, frame.right <= 360, frame.top >= 0, frame.bottom <= 740],
        least: Math.min(...sizes.flatMap(({ width, height }) => (width > 0 ? [width, height] : []))),
      };
    });
    expect(parts?.within).toEqual([true, true, true, true]);
    expect(parts?.least).toBeGreaterThanOrEqual(24);
    await news.close();
  });

  test('shows the page in front in the popup, and offers no side panel', async () => {
    const report = await openTab(REPORT_ADDRESS);
    const popup = await started.openExtensionPage(`popup.html?tab=${await findTab(options, REPORT_ADDRESS)}`);
    await popup.waitForSelector('.recommendations');
    await asOnPhone(popup, 'popup');
    await expectUsable(popup);
    const ways = () => popup.$$eval('.icon-button', (buttons) => buttons.map((button) => button.ariaLabel));
    expect(await ways()).toEqual(['Options']);
    await popup.close();
    await report.close();
  });

  test.each(PAGES)('%s is usable', async (path) => {
    const page = await started.openExtensionPage(path);
    await page.waitForSelector('h1');
    await asOnPhone(page, path.replace(/\W+/g, '-'));
    await expectUsable(page);
    await page.close();
  });

  test.each(ROUTES)('the library is usable: $view', async (route) => {
    const page = await started.openExtensionPage(addressOfRoute(route).slice(1));
    await page.waitForSelector('h1');
    await asOnPhone(page, `library-${route.view}`);
    await expectUsable(page);
    await page.close();
  });

  test('a note is written by a finger, and found', async () => {
    const page = await started.openExtensionPage(
      addressOfRoute({ view: 'publication', id: publications[0]?.id ?? '' }).slice(1),
    );
    await page.waitForSelector('.view-head [data-note]');
    await asOnPhone(page, 'note-before');
    const { x, y } = await centreOf(page, '.view-head [data-note]');
    await page.touchscreen.tap(x, y);
    await page.waitForSelector('textarea');
    await page.keyboard.type('Written on a phone');
    await expect.poll(() => page.$eval('.note-keeping', ({ textContent }) => textContent)).toBe('Saved');
    await page.screenshot({ path: 'pictures/phone-note.png' });
    await expectUsable(page);
    await page.close();
    const found = await started.openExtensionPage('library.html?q=phone');
    await expect.poll(() => found.$$eval('.hit', (hits) => hits.map(({ textContent }) => textContent))).toHaveLength(1);
    await found.close();
  });

  test('nothing has gone wrong in the background or in a page of it', async () => {
    expect(await readErrors()).toEqual([]);
  });

  async function openTab(address: string): Promise<Page> {
    const page = await started.browser.newPage();
    await page.goto(address);
    return page;
  }
});

/** What is smaller than 24 pixels and not apart from other things by as much, nor words within a sentence. */
async function findSmall(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // What the browser does not lay out, for it is far below, has no sizes.
    for (const hit of document.querySelectorAll<HTMLElement>('.hit')) hit.style.contentVisibility = 'visible';
    const { violations } = await (Reflect.get(globalThis, 'axe') as typeof axe).run({ runOnly: ['target-size'] });
    return violations.flatMap(({ nodes }) => nodes.map(({ html }) => html.slice(0, 200)));
  });
}
