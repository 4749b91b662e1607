import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { findTab, openPopup } from '../../scripts/browsers/extension-pages.ts';
import { article, demoPages, NEWS_ADDRESS, REPORT_ADDRESS } from '../../scripts/site/demo-pages.ts';
import type { Pages } from '../../scripts/site/serve.ts';
import { REPORT } from './apps/addresses.ts';
import { findAxeViolations } from './axe.ts';
import { inBrowsers } from './in-browsers.ts';
import { makePdf } from './make-pdf.ts';
import { borrowForTest } from './shared-browsers.ts';
import { putToSleep, SHORT_IDLE } from './sleep.ts';
import { closeView, openToolbarButton, readDrawing, readView } from './views.ts';

const PLAIN = 'http://plain.example/';
const FRAMED = 'http://framed.example/';
const MANY = 'http://many.example/';
const COVERAGE =
  'http://www.civilserviceworld.com/professions/article/government-urged-to-leverage-its-400bn-procurement-bill-to-aid-missions-drive';
const PDF =
  'http://www.instituteforgovernment.org.uk/sites/default/files/2025-09/role-procurement-delivering-mission-led-government.pdf';
const TITLE = 'The role of procurement in delivering mission-led government';

const MANY_LINKS = Array.from(
  { length: 10_000 },
  (_, at) => `<p><a id="link-${at}" href="${REPORT}">the report</a></p>`,
).join('');

const pages: Pages = (address) => {
  if (address.href === PLAIN) return article('Gardens', '<h1>Gardens</h1>');
  if (address.href === FRAMED) return article('Frames', `<p>See ${REPORT} here.</p><iframe src="/inner"></iframe>`);
  if (address.href === `${FRAMED}inner`) return article('Inner', `<a id="inner" href="${REPORT}">inner link</a>`);
  if (address.href === MANY) return article('Many', MANY_LINKS);
  if (address.href === COVERAGE) return article('Civil Service World', '<h1>Coherence is needed</h1>');
  if (address.href === PDF) return { body: makePdf(TITLE), type: 'application/pdf' };
  const isOurs = ['plain.example', 'framed.example', 'many.example', 'www.civilserviceworld.com'].includes(
    address.hostname,
  );
  return demoPages(address) ?? (isOurs ? article('', '') : null);
};

inBrowsers('the popup', pages, (bench) => {
  const opened: Page[] = [];
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.close().catch(() => null);
  });

  async function openFor(address: string, marked = 0): Promise<Page> {
    const page = await bench().open(address);
    // A page that is not in front marks slowly.
    await page.waitForFunction((count) => document.querySelectorAll('[data-ifg-gloss]').length >= count, {}, marked);
    // A viewer of PDFs may take the address's place for a while.
    await expect.poll(() => findTab(bench().extension, address)).toBeGreaterThan(-1);
    const popup = await openPopup(bench().started, await findTab(bench().extension, address));
    opened.push(page, popup);
    return popup;
  }

  test('at the toolbar itself is drawn soon, fits across, and does not move when answers come', async () => {
    const page = await bench().open(REPORT_ADDRESS);
    await page.bringToFront();
    await openToolbarButton(bench().started, bench().extension);
    await expect.poll(() => readView(bench().extension, 'popup', 'article h1')).toBe(TITLE);
    const { drawn, shift, overflow } = await readDrawing(bench().extension, 'popup');
    expect(drawn).toBeLessThan(400);
    expect(shift).toBeLessThan(0.01);
    expect(overflow).toBe(0);
    expect(await readView(bench().extension, 'popup', '#root > footer')).toMatch(
      /Mark links on .*From Ben Paxton’s feed/,
    );
    await closeView(bench().extension, 'popup');
    await page.close();
  });

  test('knows a page elsewhere that the feed talks about', async () => {
    const popup = await openFor(COVERAGE);
    await popup.waitForSelector('article');
    expect(await popup.$eval('article', ({ textContent }) => textContent)).toMatch(
      /^Coverage elsewhere.*Coherence is needed.*Exact match · /,
    );
  });

  test('knows a PDF of the Institute’s, whose viewer takes no script', async () => {
    const popup = await openFor(PDF);
    await popup.waitForSelector('article');
    expect(await popup.$eval('article h1', ({ textContent }) => textContent)).toBe(TITLE);
    expect(await popup.$eval('.sureness', ({ textContent }) => textContent)).toMatch(/^(?:Likely|Exact) match · ./);
    await bench().picture(popup, 'popup-pdf');
  });

  test('lists a publication once, and leads to each of its links, in text and in frames', async () => {
    const popup = await openFor(FRAMED);
    await popup.waitForSelector('.disclosure');
    expect(await textsOf(popup, '.marks button')).toEqual([`${TITLE} Exact match`, '2 links']);
    await popup.click('.disclosure');
    const listed = await textsOf(popup, '.links button');
    expect(listed).toHaveLength(2);
    expect(listed[0]).toContain(REPORT);
    expect(listed[1]).toBe('inner link in an embedded page');
    const [page] = opened;
    await popup.$$eval('.links button', (buttons) => buttons[1]?.click());
    const inner = page?.frames().find((frame) => frame.url().endsWith('/inner'));
    await expect.poll(() => inner?.evaluate(() => document.activeElement?.id)).toBe('inner');
  });

  test('leads to the first link of a publication by one key, and is out of the way then', async () => {
    const popup = await openFor(FRAMED);
    await popup.waitForSelector('.marks');
    await popup.bringToFront();
    await popup.keyboard.press('Tab');
    await popup.keyboard.press('ArrowDown');
    expect(await focusedText(popup)).toBe(`${TITLE} Exact match`);
    // The popup may be gone before the key is up.
    await popup.keyboard.press('Enter').catch(() => null);
    const isGone = () =>
      popup.title().then(
        () => false,
        () => true,
      );
    await expect.poll(isGone).toBe(true);
  });

  test('has ten thousand links that look the same in one row, and leads from each to the next', async () => {
    const popup = await openFor(MANY, 10_000);
    await popup.waitForSelector('.disclosure');
    await popup.bringToFront();
    expect(await textsOf(popup, '.marks button')).toEqual([`${TITLE} Exact match`, '10,000 links']);
    await popup.focus('.disclosure');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('.links');
    expect(await textsOf(popup, '.links button')).toEqual(['the report', 'Go to 2 of 10,000']);
    await popup.keyboard.press('Tab');
    await popup.keyboard.press('Tab');
    expect(await focusedText(popup)).toBe('Go to 2 of 10,000');
    await popup.keyboard.press('Enter');
    const [page] = opened;
    const focusedId = () => page?.evaluate(() => document.activeElement?.id);
    await expect.poll(focusedId).toBe('link-1');
    await popup.bringToFront();
    await popup.keyboard.press('Enter');
    await expect.poll(focusedId).toBe('link-2');
    await expect.poll(() => textsOf(popup, '.step')).toEqual(['Go to 4 of 10,000']);
    expect(await popup.$$eval('button', ({ length }) => length)).toBeLessThan(20);
    expect(await findAxeViolations(popup)).toEqual([]);
    await bench().picture(popup, 'popup-many');
    await popup.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await popup.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await bench().picture(popup, 'popup-many-large');
  });

  test('where nothing is said shows what the library knows, opens it, and leads back', async () => {
    const popup = await openFor(PLAIN);
    await popup.waitForSelector('.item');
    expect(await popup.$eval('h1', ({ textContent }) => textContent)).toBe('No posts about this page');
    expect(
      await popup.$$eval('[data-ifg-gloss]', (marks) =>
        marks.map((mark) => getComputedStyle(mark).textDecorationStyle),
      ),
    ).toEqual(['double', 'dashed', 'dotted']);
    await bench().picture(popup, 'popup-nothing');
    await popup.focus('.item');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('article');
    expect(await popup.$eval('article h1', ({ textContent }) => textContent)).toBe(TITLE);
    // On what leads back.
    await expect.poll(() => popup.evaluate(() => document.activeElement?.localName)).toBe('button');
    await popup.keyboard.press('Enter');
    await expect.poll(() => popup.$('article')).toBeNull();
    await expect
      .poll(() => popup.evaluate(() => document.activeElement?.textContent))
      .toMatch(/^The role of procurement/);
  });

  test('on the browser’s own pages has a sentence and the look-up', async () => {
    const own = await bench().extension.evaluate(async () => {
      const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      return (await api.tabs.getCurrent()).id as number;
    });
    const popup = await openPopup(bench().started, own);
    opened.push(popup);
    await popup.waitForSelector('main h1');
    expect(await popup.$eval('main h1', ({ textContent }) => textContent)).toBe('Not a web page');
    expect(await popup.$('input[type=checkbox]')).toBeNull();
    expect(await popup.$('input[type=search]')).not.toBeNull();
  });

  test('looks up by keyboard only', async () => {
    const popup = await openFor(NEWS_ADDRESS);
    await popup.bringToFront();
    await popup.keyboard.press('Tab');
    await popup.keyboard.type('horizon scanning');
    await expect
      .poll(() => textsOf(popup, '[role=status]'))
      // The other says how the feed is brought up to date.
      .toEqual(['Results: 1 publication, 1 recommendation, 1 post', '']);
    await bench().picture(popup, 'popup-words');
    await popup.keyboard.press('ArrowDown');
    expect(await focusedText(popup)).toMatch(/^The role of procurement.*Posts about it: .*horizon scanning/s);
    await popup.keyboard.press('ArrowDown');
    expect(await focusedText(popup)).toMatch(/^Recommendation 7/);
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('article');
    await popup.keyboard.press('Escape');
    await expect.poll(() => focusedText(popup)).toMatch(/^Recommendation 7/);
    await popup.keyboard.press('Escape');
    await popup.waitForSelector('.marks');
    expect(await popup.evaluate(() => document.activeElement?.matches('input[type=search]'))).toBe(true);
  });

  test.each([
    [`https://eur03.safelinks.protection.outlook.com/?url=${encodeURIComponent(REPORT)}&data=05`, TITLE],
    ['instituteforgovernment.org.uk/publication/procurement-government-missions-delivery', TITLE],
    ['www.ukri.org/news/innovat...', 'Results for “www.ukri.org/news/innovat...”'],
    ['https://example.org/nothing', 'No posts about this address'],
  ])('looks up %s', async (asked, said) => {
    const popup = await openFor(NEWS_ADDRESS);
    await popup.type('input[type=search]', asked);
    await expect.poll(() => textsOf(popup, 'main div:not([hidden]) h1')).toEqual([said]);
  });

  test('breaks no rule of accessibility, light or dark, and fits across with large text and from right to left', async () => {
    const report = await openFor(REPORT_ADDRESS);
    await report.waitForSelector('article');
    const words = await openFor(NEWS_ADDRESS);
    await words.waitForSelector('.marks');
    expect(await findAxeViolations(words)).toEqual([]);
    await words.type('input[type=search]', 'procurement');
    await words.waitForSelector('.item-reason');
    const nothing = await openFor(PLAIN);
    await nothing.waitForSelector('.mark-kinds');
    for (const popup of [report, words, nothing]) {
      await popup.bringToFront();
      expect(await findAxeViolations(popup)).toEqual([]);
      if (bench().name === 'chrome') {
        await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
        expect(await findAxeViolations(popup)).toEqual([]);
      }
      await popup.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
        document.documentElement.dir = 'rtl';
      });
      expect(await popup.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
    await bench().picture(words, 'popup-large-rtl');
  });
});

describe.each(['chrome', 'firefox'] as const)('the popup in %s is drawn at once', (name) => {
  test.each(['warm', 'sleeping'] as const)('with a %s background', async (state) => {
    const started = await borrowForTest(name, pages, { backgroundIdle: SHORT_IDLE });
    const extension = await started.openExtensionPage('options.html');
    const page = await started.browser.newPage();
    await page.goto(REPORT_ADDRESS);
    const figures: number[] = [];
    for (let time = 0; time < 5; time += 1) {
      await page.bringToFront();
      if (state === 'sleeping') await putToSleep(name, started);
      await openToolbarButton(started, extension);
      figures.push((await readDrawing(extension, 'popup')).drawn);
      await closeView(extension, 'popup');
    }
    const [, , median = Number.NaN] = figures.toSorted((a, b) => a - b);
    console.log(`${name}, ${state}: drawn after ${Math.round(median)} ms (${figures.map(Math.round).join(', ')})`);
    // Usually under 100; what else a machine does must not fail it.
    expect(median).toBeLessThan(400);
  });
});

function textsOf(page: Page, selector: string): Promise<(string | null)[]> {
  return page.$$eval(selector, (elements) => elements.map(({ textContent }) => textContent));
}

function focusedText(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.textContent);
}
