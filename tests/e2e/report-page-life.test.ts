import { expect, test } from 'vitest';
import type { ShadowElement } from '../../scripts/browsers/shadow.ts';
import { type Invaded, waysOf } from './hostile.ts';
import { inBrowsers } from './in-browsers.ts';
import { REPORT_PAGE, type ReportPageDriver, resize, visitReportPage, watchReportPage } from './report-page-driver.ts';
import { reportPages } from './report-page-pages.ts';

inBrowsers('the life of what stands on a report page', reportPages, (bench) => {
  let errors: string[] = [];
  const visit = async (name: string): Promise<ReportPageDriver> => {
    errors = [];
    const driver = await visitReportPage(bench(), `${REPORT_PAGE}?${name}`);
    driver.page.on('pageerror', (error) => errors.push(String(error)));
    driver.page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    return driver;
  };

  test('a page whose forms and images bear all names of properties has panel, signs and remarks', async () => {
    const { page, waitFor, click, find } = await visit('clobbered');
    await waitFor('panel', '.tab');
    await waitFor('remarks', '.sign');
    expect(await find('remarks', '.sign')).toHaveLength(4);
    await click('remarks', '.sign');
    await waitFor('remarks', '.remarks:focus');
    await page.keyboard.press('Escape');
    await expect.poll(() => find('remarks', '.remarks')).toEqual([]);
    await click('panel', '.tab');
    await click('panel', '.to-passage');
    await waitFor('remarks', '.remarks:focus');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('a page that writes itself anew has them again, and they work', async () => {
    const { page, waitFor, click, find } = await visit('written');
    await waitFor('panel', '.tab');
    await waitFor('remarks', '.sign');
    expect(await find('remarks', '.sign')).toHaveLength(4);
    await click('panel', '.tab');
    await waitFor('panel', '.panel');
    await page.keyboard.press('Escape');
    await waitFor('panel', '.tab');
    await click('remarks', '.sign');
    await waitFor('remarks', '.remarks:focus');
    await page.keyboard.press('Escape');
    await expect.poll(() => find('remarks', '.remarks')).toEqual([]);
    expect(
      await page.$$eval('[data-ifg-gloss-host=panel], [data-ifg-gloss-host=remarks]', (hosts) => hosts.length),
    ).toBe(2);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('a page that takes them out has them again', async () => {
    const { page, waitFor } = await visit('taken-out');
    await waitFor('remarks', '.sign');
    await page.waitForFunction(() => document.querySelector('[data-ifg-gloss-host=panel]') === null);
    await waitFor('panel', '.tab');
    await waitFor('remarks', '.sign');
    await page.close();
  });

  test('a page that takes them out each time is left alone', async () => {
    const { page } = await visit('not-wanted');
    const refused = () => page.evaluate(() => Number(document.documentElement.dataset.refused ?? 0));
    // The page's form changes all the time, and each time they would come again.
    await page.evaluate(() => setInterval(() => document.body.append(document.createElement('p')), 150));
    // Each of the two once, and three times more.
    await expect.poll(refused, { timeout: 5000 }).toBe(8);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await refused()).toBe(8);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('a hostile page reaches nothing of panel, signs and remarks', async () => {
    const { page, waitFor, click, find } = await visit('hostile');
    await waitFor('panel', '.tab');
    await click('remarks', '.sign');
    await waitFor('remarks', '.remarks:focus');
    const look = async (element: ShadowElement) =>
      page.evaluate(({ x, y }) => (window as unknown as Invaded).look(x, y), element);
    await look(await waitFor('remarks', '.remarks'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect.poll(() => find('remarks', '.remarks')).toEqual([]);
    await click('panel', '.tab');
    await look(await waitFor('panel', '.panel-head'));
    await page.keyboard.press('Escape');
    await waitFor('panel', '.tab');
    expect(await waysOf(page, bench().name, 'unframed')).toEqual([]);
    expect(await page.evaluate(() => (window as unknown as Invaded).strangers)).toEqual(['div', 'div']);
    await page.close();
  });

  test('nothing moves when signs and tab come, nor when a note opens', async () => {
    const { page, waitFor, click } = await visit('list');
    const before = await page.$eval('main', (main) => JSON.stringify(main.getBoundingClientRect()));
    await waitFor('remarks', '.sign');
    await click('remarks', '.sign');
    await waitFor('remarks', '.remarks');
    expect(await page.$eval('main', (main) => JSON.stringify(main.getBoundingClientRect()))).toBe(before);
    const { scrollWidth, clientWidth } = await page.$eval('html', (root) => ({
      scrollWidth: root.scrollWidth,
      clientWidth: root.clientWidth,
    }));
    expect(scrollWidth).toBe(clientWidth);
    await page.close();
  });

  test('an update leaves one panel, which works', async () => {
    const { page, waitFor, click } = await visit('list');
    await waitFor('remarks', '.sign');
    await click('panel', '.tab');
    await waitFor('panel', '.panel');
    await bench().started.install();
    const extension = await bench().started.openExtensionPage('options.html');
    await page.bringToFront();
    const after = await watchReportPage({ ...bench(), extension }, page);
    await after.waitFor('panel', '.tab');
    await after.waitFor('remarks', '.sign');
    expect(
      await page.$$eval('[data-ifg-gloss-host=panel], [data-ifg-gloss-host=remarks]', (hosts) => hosts.length),
    ).toBe(2);
    await after.click('panel', '.tab');
    await after.waitFor('panel', '.panel');
    await page.keyboard.press('Escape');
    await after.waitFor('panel', '.tab');
    await page.close();
  });

  // The last: the extension is gone after it.
  test('a removed extension leaves nothing in the page, though nothing happens there', async () => {
    const { started, name } = bench();
    const extension = await started.openExtensionPage('options.html');
    const page = await started.browser.newPage();
    await page.goto(`${REPORT_PAGE}?list`);
    await resize(page, 1280, 800);
    const { waitFor, click } = await watchReportPage({ ...bench(), extension }, page);
    await waitFor('remarks', '.sign');
    const before = await page.$eval('main', (main) => main.getBoundingClientRect().right);
    await click('panel', '.tab');
    await waitFor('panel', '.panel');
    await expect.poll(() => page.$eval('main', (main) => main.getBoundingClientRect().right)).toBeLessThan(before);
    await extension.evaluate(REMOVE).catch(() => null);
    const left = () =>
      page.evaluate(() => {
        const hosts = [...document.querySelectorAll('[data-ifg-gloss-host]')];
        return {
          hosts: hosts.length,
          drawn: hosts.filter((host) => getComputedStyle(host).display !== 'none').length,
          highlights: ['ifg-gloss-passage', 'ifg-gloss-passage-current'].filter((each) => CSS.highlights.has(each))
            .length,
          right: document.querySelector('main')?.getBoundingClientRect().right,
        };
      });
    // Where Firefox ends scripts, what they have drawn goes with the sheets.
    const gone = name === 'chrome' ? { hosts: 0, highlights: 0 } : {};
    await expect.poll(left, { timeout: 2000 }).toMatchObject({ drawn: 0, right: before, ...gone });
    await page.close();
  });
});

const REMOVE = '(globalThis.browser ?? globalThis.chrome).management.uninstallSelf()';
