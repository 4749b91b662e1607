import { afterEach, beforeAll, expect, test } from 'vitest';
import { findTab, openPopup } from '../../scripts/browsers/extension-pages.ts';
import { demoPages, NEWS_ADDRESS, REPORT_ADDRESS } from '../../scripts/site/demo-pages.ts';
import { findAxeViolations } from './axe.ts';
import { inBrowsers, readBadge } from './in-browsers.ts';
import { grantUnasked, letIn } from './site-access.ts';

inBrowsers('what the reader lets the extension into', demoPages, (bench) => {
  const countMarks = () => document.querySelectorAll('[data-ifg-gloss]').length;
  const readNotice = () => document.querySelector('.access p')?.textContent ?? '';

  beforeAll(async () => {
    if (bench().name === 'firefox') await grantUnasked(bench());
  });
  afterEach(() => letIn(bench(), true));

  test('marks go with it, all that is open says so, and marks come back without a reload', async () => {
    const marked = await bench().open(NEWS_ADDRESS);
    await expect.poll(() => marked.evaluate(countMarks)).toBe(5);
    const tabId = await findTab(bench().extension, NEWS_ADDRESS);
    const popup = await openPopup(bench().started, tabId);
    await letIn(bench(), false);
    await expect.poll(() => marked.evaluate(countMarks)).toBe(0);
    await expect.poll(() => readBadge(bench().extension, tabId), { timeout: 4000 }).toBe('');
    await expect.poll(() => popup.evaluate(readNotice)).toMatch(/^You have not allowed IfG Gloss on all websites/);
    expect(await popup.$eval('main h1', ({ textContent }) => textContent)).toBe('IfG Gloss cannot see this page');
    expect(await popup.$('input[type=checkbox]')).toBeNull();
    await bench().picture(popup, 'popup-without-access');
    await expect.poll(() => bench().extension.evaluate(readNotice)).toMatch(/^Links are not marked anywhere/);
    expect(await findAxeViolations(bench().extension)).toEqual([]);
    await bench().picture(bench().extension, 'options-without-access');
    const welcome = await bench().started.openExtensionPage('welcome.html');
    await expect.poll(() => welcome.evaluate(readNotice)).toMatch(/^Links are not marked anywhere/);
    await bench().picture(welcome, 'welcome-without-access');
    const unmarked = await bench().open(`${NEWS_ADDRESS}?another`);

    // Chrome asks in a window that no driver reaches; what is granted there comes the same way as from its settings.
    if (bench().name === 'chrome') await letIn(bench(), true);
    else await popup.click('.access button');
    await expect.poll(() => marked.evaluate(countMarks), { timeout: 5000 }).toBe(5);
    await expect.poll(() => unmarked.evaluate(countMarks), { timeout: 5000 }).toBe(5);
    await expect.poll(() => readBadge(bench().extension, tabId)).not.toBe('');
    for (const page of [popup, bench().extension, welcome]) await expect.poll(() => page.evaluate(readNotice)).toBe('');
    await expect.poll(() => popup.$('input[type=checkbox]')).not.toBeNull();
    for (const page of [marked, unmarked, popup, welcome]) await page.close();
  });

  test('panel and signs on the Institute’s own pages go and come with it', async () => {
    const page = await bench().open(REPORT_ADDRESS);
    const countHosts = () => page.$$eval('[data-ifg-gloss-host]', ({ length }) => length);
    await expect.poll(countHosts).toBe(2);
    await letIn(bench(), false);
    await expect.poll(countHosts).toBe(0);
    await letIn(bench(), true);
    await expect.poll(countHosts, { timeout: 5000 }).toBe(2);
    await page.close();
  });

  test('a tab that is closed, or none, has a sentence in the popup', async () => {
    const page = await bench().started.browser.newPage();
    await page.goto(NEWS_ADDRESS);
    const popup = await openPopup(bench().started, await findTab(bench().extension, NEWS_ADDRESS));
    await page.close();
    const heading = () => popup.$eval('main h1', ({ textContent }) => textContent).catch(() => '');
    await expect.poll(heading).toBe('This tab is closed');
    await bench().picture(popup, 'popup-of-closed-tab');
    for (const number of ['999999999', '-1', 'x', '']) {
      await popup.evaluate((tab) => void setTimeout(() => location.replace(`popup.html?tab=${tab}`)), number);
      await expect.poll(() => popup.evaluate(() => location.search).catch(() => '')).toBe(`?tab=${number}`);
      await expect.poll(heading).toBe('This tab is closed');
    }
    await popup.close();
  });
});
