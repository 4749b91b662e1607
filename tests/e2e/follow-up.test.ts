import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { type LibraryRoute, recommendationsRoute } from '../../core/library-route.ts';
import { findTab, openPopup } from '../../scripts/browsers/extension-pages.ts';
import { demoPages, REPORT_ADDRESS } from '../../scripts/site/demo-pages.ts';
import { readBundledFeed } from '../components/seeds.ts';
import { findAxeViolations } from './axe.ts';
import { inBrowsers } from './in-browsers.ts';
import { libraryPages } from './library-pages.ts';
import { closeView, openToolbarButton, readDrawing, readView } from './views.ts';

const REPORT = 'The role of procurement in delivering mission-led government';
const { publications } = readBundledFeed();
const publication = publications.find(({ title }) => title === REPORT)?.id ?? '';
const PUBLICATION: LibraryRoute = { view: 'publication', id: publication };
const TABLE = recommendationsRoute();
const BRIEFING = recommendationsRoute({ publication }, 'briefing');

inBrowsers('follow-up of recommendations', demoPages, (bench) => {
  const { open, opened } = libraryPages(bench);

  test('is noted at a recommendation by keyboard, and seen in another window within a second, and after a reload', async () => {
    const table = await open(TABLE);
    await expect.poll(() => texts(table, '.scorecard-head')).toEqual(['0 of 14 acted on']);
    const page = await open(PUBLICATION);
    await page.waitForSelector('.recommendations .follow-up');
    await page.focus('.recommendations [data-recommendation="1"] .follow-head');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.follow-editor select');
    await choose(page, 'Response', 'accepted');
    await choose(page, 'Progress', 'done');
    await expect.poll(() => texts(table, '.scorecard-head'), { timeout: 1000 }).toEqual(['1 of 14 acted on']);
    await page.focus('.follow-editor textarea');
    await page.keyboard.type('Said in the House');
    expect(await findAxeViolations(page)).toEqual([]);
    await reload(page);
    await expect
      .poll(() => texts(page, '.recommendations [data-recommendation="1"] .follow-head'))
      .toEqual(['Follow-up: accepted · done']);
    await page.click('.recommendations [data-recommendation="1"] .follow-head');
    await expect.poll(() => textIn(page, '.follow-editor textarea')).toBe('Said in the House');
    await bench().picture(page, 'follow-up-publication');
  });

  test('the table filters and sorts by its address, opens each, and keeps evidence while it is written', async () => {
    const page = await open(TABLE);
    await page.waitForSelector('.follow-line');
    await page.click('.follow-line:nth-child(2) button');
    await page.waitForSelector('.follow-open select');
    await choose(page, 'Response', 'accepted-in-part');
    await choose(page, 'Progress', 'under-way', '.follow-open');
    await press(page, '.follow-open button', 'Add evidence');
    await fill(page, 'Address', 'https://www.gov.uk/statement');
    await fill(page, 'Title', 'A statement');
    await fill(page, 'Quotation', 'We will do this in part.');
    await press(page, '.follow-open button', 'Done');
    await expect
      .poll(() => page.$$eval('.follow-source a', (links) => links.map((link) => [link.href, link.rel])))
      .toEqual([['https://www.gov.uk/statement', 'noopener noreferrer']]);
    expect(await findAxeViolations(page)).toEqual([]);
    await bench().picture(page, 'follow-up-table');
    await choose(page, 'Response', 'accepted-in-part', 'search.follow-row');
    await expect
      .poll(() => page.evaluate(() => location.search))
      .toBe('?view=recommendations&response=accepted-in-part');
    await expect.poll(() => texts(page, '.list-total')).toEqual(['1 of 14']);
    await reload(page);
    await expect.poll(() => texts(page, '.follow-line [data-name=Evidence]')).toEqual(['1']);
    await press(page, '.follow-sort', 'Progress');
    await expect.poll(() => texts(page, '[aria-sort=ascending]')).toEqual(['Progress ▲']);
  });

  test('a day is kept as it is typed, or it is said that it is not', async () => {
    const page = await open(TABLE);
    await page.waitForSelector('.follow-line');
    await page.click('.follow-line:nth-child(5) button');
    await page.waitForSelector('.follow-open select');
    await press(page, '.follow-open button', 'Add evidence');
    await fill(page, 'Title', 'Minutes');
    const field = '.follow-fields input[type=date]';
    await setDay(page, field, '2026-03-01');
    await page.focus(field);
    const isDayFirst = await page.evaluate(
      () => new Intl.DateTimeFormat().formatToParts().findIndex(({ type }) => type === 'day') === 0,
    );
    for (const key of isDayFirst ? '16072025' : '07162025') {
      await page.keyboard.type(key);
      // Each is kept by then where it is a day.
      await new Promise((resolve) => setTimeout(resolve, 90));
    }
    await expect.poll(() => page.$eval(field, (input) => (input as HTMLInputElement).value)).toBe('2025-07-16');
    await setDay(page, field, '3026-07-16');
    await page.$eval(field, (input) => input.blur());
    await expect
      .poll(() => texts(page, '.follow-fields .follow-unkept'))
      .toContain('Not saved: this needs a whole day, between 1900 and 2999.');
    expect(await findAxeViolations(page)).toEqual([]);
    await bench().picture(page, 'follow-up-day-not-kept');
    await setDay(page, field, '1997-05-01');
    await press(page, '.follow-open button', 'Done');
    await expect.poll(() => texts(page, '.follow-open .follow-item')).toContainEqual(expect.stringContaining('1997'));
  });

  test('says what is due, and what changed since a day', async () => {
    const page = await open({ ...TABLE, since: '2020-01-01' });
    await page.waitForSelector('.follow-line');
    await page.click('.follow-line:nth-child(3) button');
    await page.waitForSelector('.follow-open input[type=date]');
    await setDay(page, '.follow-open input[type=date]', '2024-02-29');
    await expect.poll(() => texts(page, '.follow-part ul .follow-item')).toHaveLength(1);
    expect((await texts(page, '.follow-part ul .follow-item'))[0]).toMatch(
      /^Recommendation 3 .* to be checked since .*2024$/,
    );
    await expect
      .poll(async () => (await texts(page, '.follow-overview ol .follow-item'))[0])
      .toMatch(/Recommendation 3.*check again on: no day → .*2024$/);
    await bench().picture(page, 'follow-up-changes');
  });

  test('the briefing is a document: a table with sources, copied as HTML, Markdown and for print', async () => {
    const page = await open(BRIEFING);
    await expect.poll(() => texts(page, '.briefing-table tbody tr')).toHaveLength(14);
    expect(await texts(page, '.briefing-sources li')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^A statement\. https:\/\/www\.gov\.uk\/statement “We will do this in part\.”$/),
      ]),
    );
    expect(await findAxeViolations(page)).toEqual([]);
    await bench().picture(page, 'follow-up-briefing');
    await press(page, '.briefing-ways button', 'Copy the table');
    await expect.poll(() => texts(page, '.briefing-ways .copied')).toEqual(['Copied']);
    // Firefox lets no driver have a page as it is printed.
    if (bench().name === 'firefox') return;
    await page.emulateMediaType('print');
    const isShown = (selector: string) => page.$eval(selector, (element) => element.checkVisibility());
    expect(await isShown('.shell-head')).toBe(false);
    expect(await isShown('.briefing-ways')).toBe(false);
    expect(await isShown('.briefing-table')).toBe(true);
    expect(await page.$eval('.briefing-table td', (cell) => getComputedStyle(cell).display)).toBe('table-cell');
    await page.emulateMediaType();
    const printed = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(new Set(printed.match(/MediaBox \[0 0 \d+/g))).toEqual(new Set(['MediaBox [0 0 841']));
    expect(printed.match(/\/Type \/Page\b/g)?.length).toBeLessThan(4);
  });

  test('is no wider than 320 pixels, has no fault that axe finds, also in the dark', async () => {
    for (const route of [TABLE, BRIEFING]) {
      const page = await open(route);
      await page.waitForSelector('table');
      const width = await page.evaluate(() => {
        Object.assign(document.body.style, { boxSizing: 'border-box', inlineSize: '320px' });
        return document.body.scrollWidth;
      });
      expect([route.as, width]).toEqual([route.as, 320]);
      expect(await findAxeViolations(page)).toEqual([]);
      await bench().picture(page, `follow-up-${route.as}-narrow`);
      if (bench().name === 'chrome') {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
        expect(await findAxeViolations(page)).toEqual([]);
        await bench().picture(page, `follow-up-${route.as}-narrow-dark`);
      }
    }
  });

  test('the popup has a short form of it, with the way to the rest', async () => {
    const { extension, open: openPage, started } = bench();
    const report = await openPage(REPORT_ADDRESS);
    opened.push(report);
    const tabId = await findTab(extension, report.url());
    const popup = await openPopup(started, tabId);
    opened.push(popup);
    await popup.waitForSelector('.follow-head');
    await expect.poll(() => texts(popup, '.follow-head').then(([first]) => first)).toBe('Follow-up: accepted · done');
    await popup.$eval('.follow-head', (head) => (head as HTMLElement).click());
    await popup.waitForSelector('.follow-editor select');
    expect(await popup.$('.follow-editor textarea')).toBeNull();
    await choose(popup, 'Progress', 'under-way');
    await expect
      .poll(() => texts(popup, '.follow-head').then(([first]) => first))
      .toBe('Follow-up: accepted · under way');
    await choose(popup, 'Progress', 'done');
    await expect.poll(() => texts(popup, '.library-way')).toContain('Follow-up: 1 of 14 acted on');
    expect(await findAxeViolations(popup)).toEqual([]);
    await bench().picture(popup, 'follow-up-popup');
  });

  test('popup and side panel say how many were acted on, and the popup at the toolbar does not move for it', async () => {
    const { extension, open: openPage, started } = bench();
    const report = await openPage(REPORT_ADDRESS);
    opened.push(report);
    await report.bringToFront();
    await openToolbarButton(started, extension);
    const said = 'Follow-up: 1 of 14 acted on';
    await expect
      .poll(() => readView(extension, 'popup', '.library-way + .library-way'), { timeout: 10_000 })
      .toBe(said);
    const { shift, overflow } = await readDrawing(extension, 'popup');
    await closeView(extension, 'popup');
    expect(shift).toBeLessThan(0.01);
    expect(overflow).toBe(0);
    const panel = await started.openExtensionPage(`sidepanel.html?tab=${await findTab(extension, report.url())}`);
    opened.push(panel);
    await expect.poll(() => texts(panel, '.library-way'), { timeout: 10_000 }).toContain(said);
  });
});

/** The driver's own way waits in vain for some of the extension's pages in Firefox. */
async function reload(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.id = 'before';
    location.reload();
  });
  await expect
    .poll(() => page.evaluate(() => document.querySelector('body:not(#before) h1') !== null).catch(() => false), {
      timeout: 10_000,
    })
    .toBe(true);
}

function texts(page: Page, selector: string): Promise<string[]> {
  return page.$$eval(selector, (found) => found.map(({ textContent }) => textContent ?? ''));
}

function textIn(page: Page, selector: string): Promise<string | null> {
  return page.$$eval(selector, ([field]) => (field instanceof HTMLTextAreaElement ? field.value : null));
}

/** As its reader does it: by its label, the first within a part of the page. */
async function choose(page: Page, label: string, value: string, within = '.follow-editor'): Promise<void> {
  await page.$eval(
    within,
    (part, name, chosen) => {
      const of = [...part.querySelectorAll('label')].find(({ textContent }) => textContent === name)?.htmlFor;
      const field = document.getElementById(of ?? '') as HTMLSelectElement;
      field.value = chosen;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    label,
    value,
  );
}

async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.$eval(
    '.follow-fields',
    (part, name) => {
      const of = [...part.querySelectorAll('label')].find(({ textContent }) => textContent === name)?.htmlFor;
      document.getElementById(of ?? '')?.focus();
    },
    label,
  );
  await page.keyboard.type(text);
}

async function press(page: Page, selector: string, words: string): Promise<void> {
  await page.$$eval(
    selector,
    (found, name) => {
      for (const each of found) if (each.textContent?.startsWith(name)) return (each as HTMLElement).click();
      throw new Error(`nothing says ${name}`);
    },
    words,
  );
}

async function setDay(page: Page, selector: string, day: string): Promise<void> {
  await page.$eval(
    selector,
    (field, value) => {
      (field as HTMLInputElement).value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    day,
  );
}
