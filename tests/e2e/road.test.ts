import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { findTab, openPopup } from '../../scripts/browsers/extension-pages.ts';
import { demoPages, NEWS_ADDRESS, PREVIEW_ADDRESS, REPORT_ADDRESS } from '../../scripts/site/demo-pages.ts';
import { askToOpenCard, inBrowsers, readBadge, readCard } from './in-browsers.ts';
import { expectProcurementReport } from './shown-gloss.ts';

const CARD = '[data-ifg-gloss-host=card]';
/** Milliseconds, well below those of a long touch. */
const SHORT_TOUCH = 300;

inBrowsers('the whole road', demoPages, (bench) => {
  let news: Page;
  let tabId: number;

  beforeAll(async () => {
    news = await bench().open(NEWS_ADDRESS);
    await news.waitForSelector('[data-ifg-gloss]');
    tabId = await findTab(bench().extension, NEWS_ADDRESS);
  });

  test('links to the report are marked, whatever form they have, and others are not claimed', async () => {
    const marks = await news.$$eval('a', (links) =>
      links.map((link) => [link.id, link.getAttribute('data-ifg-gloss')]),
    );
    expect(Object.fromEntries(marks)).toEqual({
      plain: 'exact',
      tracked: 'exact',
      bare: 'exact',
      wrapped: 'exact',
      archived: 'exact',
      other: null,
      lookalike: null,
      share: null,
    });
    await bench().picture(news, 'marks');
  });

  test('the card opens on dwell with all that is known, and closes on Escape', async () => {
    await news.hover('#plain');
    await news.waitForSelector('[data-ifg-gloss-host=card][data-open]');
    await bench().picture(news, 'card-glance-on-news');
    await askToOpenCard(bench().extension, tabId);
    await bench().picture(news, 'card');
    await expectProcurementReport(news, await readCard(bench().extension, tabId));
    await news.keyboard.press('Escape');
    expect(await news.$('[data-ifg-gloss-host=card]')).toBeNull();
  });

  test('the shortcut opens the card of the focused link, and Escape gives the focus back', async () => {
    await news.focus('#tracked');
    await askToOpenCard(bench().extension, tabId);
    await news.waitForSelector('[data-ifg-gloss-host=card][data-open]');
    await expectProcurementReport(news, await readCard(bench().extension, tabId));
    await news.keyboard.press('Escape');
    expect(await news.$('[data-ifg-gloss-host=card]')).toBeNull();
    expect(await news.evaluate(() => document.activeElement?.id)).toBe('tracked');
  });

  test('a long touch opens the card, and a short one does not', async () => {
    await news.mouse.move(1, 1);
    // To an https address Chromium would open a connection at the touch, before any click.
    const { x, y } = await centreOf(news, '#bare');
    await tapShortly(news, x, y);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await news.$('[data-ifg-gloss-host=card]')).toBeNull();
    await news.touchscreen.touchStart(x, y);
    await news.waitForSelector('[data-ifg-gloss-host=card][data-open]');
    await news.touchscreen.touchEnd();
    expect(await news.$('[data-ifg-gloss-host=card][data-open]')).not.toBeNull();
    await news.keyboard.press('Escape');
  });

  test('links that come later are marked', async () => {
    await news.evaluate(() => {
      const copy = document.querySelector('#plain')?.cloneNode(true) as HTMLAnchorElement;
      copy.removeAttribute('data-ifg-gloss');
      copy.id = 'later';
      document.body.append(copy);
    });
    await news.waitForSelector('#later[data-ifg-gloss="exact"]');
    await news.evaluate(() => document.querySelector('#later')?.remove());
  });

  test('the badge counts the posts of the tab, each once', async () => {
    expect(await readBadge(bench().extension, tabId)).toBe('17');
  });

  test('the popup on the report’s own address shows the same', async () => {
    const report = await bench().open(REPORT_ADDRESS);
    const popup = await openPopup(bench().started, await findTab(bench().extension, REPORT_ADDRESS));
    await popup.waitForSelector('article');
    await bench().picture(popup, 'popup');
    await expectProcurementReport(report, await popup.$eval('article', (article) => article.outerHTML));
    await report.close();
    await popup.close();
  });

  test('the popup knows the report by the address that its page calls its own', async () => {
    const preview = await bench().open(PREVIEW_ADDRESS);
    const popup = await openPopup(bench().started, await findTab(bench().extension, PREVIEW_ADDRESS));
    await popup.waitForSelector('article');
    expect(await popup.$eval('.sureness', ({ textContent }) => textContent)).toMatch(/^Exact match · .*as its own/);
    await preview.close();
    await popup.close();
  });

  test('the popup on the news page lists its marks, and choosing one goes there', async () => {
    await news.evaluate(() => scrollTo(0, 0));
    const popup = await openPopup(bench().started, tabId);
    await popup.waitForSelector('.marks button');
    await bench().picture(popup, 'popup-marks');
    const listed = (selector: string) =>
      popup.$$eval(selector, (buttons) => buttons.map(({ textContent }) => textContent));
    expect(await listed('.marks > li > button')).toEqual([
      'The role of procurement in delivering mission-led government Exact match',
      '5 links',
    ]);
    await popup.click('.disclosure');
    const links = await listed('.links button');
    expect(links).toHaveLength(5);
    expect(links[2]).toMatch(/^without www instituteforgovernment/);
    await popup.$$eval('.links button', (buttons) => buttons[2]?.click());
    await expect.poll(() => news.evaluate(() => document.activeElement?.id)).toBe('bare');
  });

  test('the popup switches a site off and on again', async () => {
    const popup = await openPopup(bench().started, tabId);
    await popup.waitForSelector('input[type=checkbox]');
    await popup.$eval('input[type=checkbox]', (box) => box.click());
    await expect.poll(() => news.$$eval('[data-ifg-gloss]', (marks) => marks.length)).toBe(0);
    await bench().picture(popup, 'popup-off');
    await expect.poll(() => readBadge(bench().extension, tabId)).toBe('');
    await popup.$eval('input[type=checkbox]', (box) => box.click());
    await expect.poll(() => news.$$eval('[data-ifg-gloss]', (marks) => marks.length)).toBe(5);
    await popup.close().catch(() => null);
  });
});

function centreOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  return page.$eval(selector, (element) => {
    const { left, top, width, height } = element.getClientRects()[0] ?? element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
}

/** A driver that is held up between the two ends of a touch makes a long one of it, which is none to be judged by. */
async function tapShortly(page: Page, x: number, y: number): Promise<void> {
  await page.evaluate(() => {
    let start = 0;
    document.querySelector('#bare')?.addEventListener('click', (event) => event.preventDefault());
    addEventListener('touchstart', ({ timeStamp }) => (start = timeStamp), { capture: true });
    addEventListener('touchend', (event) => Reflect.set(window, 'touched', event.timeStamp - start), { capture: true });
  });
  const tap = async () => {
    await page.touchscreen.tap(x, y);
    return (await page.evaluate(() => Reflect.get(window, 'touched'))) as number;
  };
  while ((await tap()) > SHORT_TOUCH) {
    // Its card may be on its way.
    await page.waitForSelector(CARD, { timeout: 2000 }).catch(() => null);
    await page.keyboard.press('Escape');
    await page.waitForSelector(CARD, { hidden: true });
  }
}
