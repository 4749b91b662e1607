import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import type { ShadowElement } from '../../scripts/browsers/shadow.ts';
import type { Pages } from '../../scripts/site/serve.ts';
import { inBrowsers } from './in-browsers.ts';
import { REPORT_PAGE, type ReportPageDriver, resize, visitReportPage } from './report-page-driver.ts';

const OTHER_PAGE = 'http://www.instituteforgovernment.org.uk/publication/reshuffles';
const STYLE = `<style>:root{color-scheme:light dark}body{font:18px/1.6 Georgia,serif}main{max-width:36rem;margin:auto}</style>`;
/** Dark by its own colours, whatever its reader wishes. */
const DARK = `<style>body{background:#16191b;color:#e8e8e8;font:18px/1.6 Georgia,serif}main{max-width:36rem;margin:auto}</style>`;
const [report, unrelated] = await Promise.all(
  ['procurement-missions', 'reshuffles'].map(
    async (name) => STYLE + (await readFile(new URL(`../gold/passages/${name}.html`, import.meta.url), 'utf8')),
  ),
);

/** The report as its site shows it, with its text at once or later; a page that no post is about. */
const pages: Pages = ({ hostname, pathname, search }) => {
  if (pathname === '/favicon.ico') return { body: '', type: 'image/x-icon' };
  if (hostname !== 'www.instituteforgovernment.org.uk') return null;
  if (!REPORT_PAGE.endsWith(pathname)) return { body: unrelated ?? '' };
  if (search === '?dark') return { body: (report ?? '').replace(STYLE, DARK) };
  const script = { '?late': bringTextLate, '?replaced': replaceMain }[search];
  return { body: (report ?? '') + (script === undefined ? '' : `<script>(${script})()</script>`) };
};

/** Runs in the page. */
function bringTextLate(): void {
  const column = document.querySelector('.main-column');
  const text = column?.innerHTML ?? '';
  column?.replaceChildren();
  setTimeout(() => {
    if (column) column.innerHTML = text;
  }, 1500);
}

/** Runs in the page. */
function replaceMain(): void {
  const main = document.querySelector('main');
  const whole = main?.cloneNode(true) ?? '';
  main?.replaceChildren('The page is loading.');
  setTimeout(() => main?.replaceWith(whole), 1500);
}

inBrowsers('on the Institute’s own pages', pages, (bench) => {
  let page: Page;
  let find: ReportPageDriver['find'];
  let waitFor: ReportPageDriver['waitFor'];
  let click: ReportPageDriver['click'];

  const visit = async (address: string) => {
    ({ page, find, waitFor, click } = await visitReportPage(bench(), address));
  };
  /** Scrolls a passage into view that recommendation 2 is about, and gives a point of its first line. */
  const pointOfPassage = async () => {
    await waitFor('remarks', '.sign');
    const point = await page.$$eval('li', (items) => {
      const item = items.find(({ textContent }) => textContent?.includes('specify what they want to achieve'));
      item?.scrollIntoView({ block: 'center' });
      const { x = 0, y = 0 } = item?.getClientRects()[0] ?? {};
      return { x: x + 40, y: y + 10 };
    });
    const signs = await find('remarks', '.sign');
    const index = signs.findIndex(({ y }) => Math.abs(y - point.y) < 16);
    return { ...point, sign: `.sign:nth-of-type(${index + 1})` };
  };
  const choose = (settings: object) =>
    bench().extension.evaluate((chosen) => {
      const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      return api.storage.local.set({ settings: chosen });
    }, settings);

  afterEach(async () => {
    await choose({});
    await page?.close().catch(() => null);
  });

  test('a tab at the edge has the counts and opens the panel beside the text', async () => {
    await visit(REPORT_PAGE);
    expect((await waitFor('panel', '.tab')).label).toMatch(/17 posts.*14 recommendations/);
    await bench().picture(page, 'report-page-tab');
    await resize(page, 1280, 800);
    const before = await page.$eval('main', (main) => main.getBoundingClientRect().right);
    await click('panel', '.tab');
    await expect.poll(() => find('panel', '.recommendations li')).toHaveLength(14);
    expect(await find('panel', '.post')).toHaveLength(17);
    await expect.poll(() => page.$eval('main', (main) => main.getBoundingClientRect().right)).toBeLessThan(880);
    await bench().picture(page, 'report-page-panel');
    await page.keyboard.press('Escape');
    await waitFor('panel', '.tab');
    expect(await find('panel', '.panel')).toEqual([]);
    await expect.poll(() => page.$eval('main', (main) => main.getBoundingClientRect().right)).toBe(before);
  });

  test('pointing at a passage shows what is said about it, and leaving closes that', async () => {
    await visit(REPORT_PAGE);
    const { x, y } = await pointOfPassage();
    await page.mouse.move(x, y);
    await page.mouse.move(x + 2, y);
    const note = await waitFor('remarks', '.remarks');
    expect(note.text).toMatch(/Matched by these words: \w+/);
    await bench().picture(page, 'report-page-note');
    await page.mouse.move(2, 2);
    await expect.poll(() => find('remarks', '.remarks')).toEqual([]);
  });

  test('a passage below something of the page’s, or that the reader selects, opens nothing', async () => {
    await visit(REPORT_PAGE);
    const { x, y } = await pointOfPassage();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 120, y, { steps: 4 });
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await find('remarks', '.remarks')).toEqual([]);
    await page.mouse.up();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await find('remarks', '.remarks')).toEqual([]);
    expect(await page.evaluate(() => getSelection()?.toString().length)).toBeGreaterThan(5);
    await page.evaluate(() => {
      const header = document.createElement('div');
      header.style.cssText = 'position:fixed;inset:0;background:#8888';
      document.body.append(header);
    });
    await page.mouse.move(x, y + 2);
    await new Promise((resolve) => setTimeout(resolve, 800));
    await page.mouse.click(x, y);
    expect(await find('remarks', '.remarks')).toEqual([]);
  });

  test('by keyboard a sign opens its note, takes the focus there and gives it back', async () => {
    await visit(REPORT_PAGE);
    const { sign } = await pointOfPassage();
    await click('remarks', sign);
    await waitFor('remarks', '.remarks:focus');
    await page.keyboard.press('Escape');
    await waitFor('remarks', '.sign:focus');
    expect(await find('remarks', '.remarks')).toEqual([]);
    await page.keyboard.press('Enter');
    await waitFor('remarks', '.remarks:focus');
  });

  test('of the panel nothing is in a copy of the whole page, but what is selected in it can be copied', async () => {
    await visit(REPORT_PAGE);
    await click('panel', '.tab');
    const press = async (key: 'a' | 'c' | 'v') => {
      await page.keyboard.down('Control');
      await page.keyboard.press(key);
      await page.keyboard.up('Control');
    };
    /** By pasting it into a field of the page. */
    const copied = async () => {
      await press('c');
      await page.evaluate(() => {
        const field = document.createElement('textarea');
        document.body.prepend(field);
        field.focus({ preventScroll: true });
      });
      await press('v');
      return page.$eval('textarea', (field) => {
        field.remove();
        return field.value;
      });
    };
    const { x, y } = await waitFor('panel', '.panel h1');
    await page.mouse.click(200, 300);
    await press('a');
    const whole = await copied();
    expect(whole).toContain('mission-led government');
    expect(whole).not.toMatch(/Ben Paxton|Show more/);
    await page.mouse.click(x, y, { count: 3 });
    await page.mouse.move(200, 300);
    expect((await copied()).length).toBeGreaterThan(10);
  });

  test('a recommendation in the panel leads to its passage, and the passage to it', async () => {
    await visit(REPORT_PAGE);
    await waitFor('remarks', '.sign');
    await click('panel', '.tab');
    const recommendation = await waitFor('panel', 'li:has(.to-passage)');
    await click('panel', 'li .to-passage');
    const note = await waitFor('remarks', '.remarks:focus');
    expect(recommendation.text).toContain(await shownText(note));
    expect(note.y).toBeGreaterThan(0);
    await bench().picture(page, 'report-page-jump');
    await click('remarks', '.in-panel');
    await waitFor('panel', 'li:focus');
  });

  test('panel and remarks are dark on a dark page, and light on a light one', async () => {
    const coloursOf = (host: 'panel' | 'remarks', selector: string) =>
      bench().extension.evaluate(
        async (address, name, wanted) => {
          const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
          const [tab] = (await api.tabs.query({})).filter(({ url }: { readonly url?: string }) => url === address);
          const [{ result }] = await api.scripting.executeScript({
            target: { tabId: tab.id },
            args: [name, wanted],
            func: (kind: string, within: string) => {
              const element = document.querySelector(`[data-ifg-gloss-host=${kind}]`);
              const root =
                Reflect.get(globalThis, 'chrome')?.dom?.openOrClosedShadowRoot(element) ??
                Reflect.get(element ?? {}, 'openOrClosedShadowRoot');
              const { backgroundColor } = getComputedStyle(root.querySelector(within));
              return Number(/[\d.]+/.exec(backgroundColor)?.[0]);
            },
          });
          return result as number;
        },
        page.url(),
        host,
        selector,
      );
    for (const [address, isDark] of [
      [`${REPORT_PAGE}?dark`, true],
      [REPORT_PAGE, false],
    ] as const) {
      await visit(address);
      await click('panel', '.tab');
      await waitFor('panel', '.panel');
      expect(await coloursOf('panel', '.panel')).toSatisfy((red: number) => red < 128 === isDark);
      await click('panel', '.close-button');
      const { sign } = await pointOfPassage();
      await click('remarks', sign);
      await waitFor('remarks', '.remarks');
      expect(await coloursOf('remarks', '.remarks')).toSatisfy((red: number) => red < 128 === isDark);
      await bench().picture(page, `report-page-${isDark ? 'dark' : 'light'}`);
      if (isDark) await page.close();
    }
  });

  test('what is said of a passage is not covered by the panel, in windows of any width', async () => {
    await visit(REPORT_PAGE);
    for (const width of [800, 1000, 1200]) {
      await resize(page, width, 700);
      if ((await find('panel', '.panel')).length === 0) await click('panel', '.tab');
      await waitFor('panel', '.panel');
      const { sign } = await pointOfPassage();
      await click('remarks', sign);
      const close = await waitFor('remarks', '.close-button');
      const [panel] = await find('panel', '.panel');
      // Both are told by their middle; the panel is 400 pixels wide.
      if (panel !== undefined) expect(close.x + 12).toBeLessThan(panel.x - 200);
      await page.keyboard.press('Escape');
    }
  });

  test('no mark stands where a page is about something else, nor after the address has become another', async () => {
    await visit(OTHER_PAGE);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await page.$('[data-ifg-gloss-host=panel], [data-ifg-gloss-host=remarks]')).toBeNull();
    await page.close();
    await visit(REPORT_PAGE);
    await waitFor('remarks', '.sign');
    await page.evaluate(() => {
      document.title = 'Reshuffles | Institute for Government';
      for (const element of document.querySelectorAll('h1, link[rel=canonical], main')) element.remove();
      history.pushState(null, '', '/publication/reshuffles');
    });
    await expect
      .poll(() => page.$('[data-ifg-gloss-host=panel], [data-ifg-gloss-host=remarks]'), { timeout: 5000 })
      .toBeNull();
  });

  test('text that comes late is read, and the page’s own tree stays as it is', async () => {
    await visit(`${REPORT_PAGE}?late`);
    await page.waitForSelector('.main-column p');
    const before = await page.$eval('body', ({ outerHTML }) => outerHTML);
    await waitFor('remarks', '.sign');
    await click('panel', '.tab');
    await waitFor('panel', '.panel');
    const after = await page.$eval('body', ({ outerHTML }) => outerHTML);
    expect(after.replaceAll(/ data-ifg-gloss="[^"]+"/g, '')).toBe(before.replaceAll(/ data-ifg-gloss="[^"]+"/g, ''));
  });

  test('passages are found in a main part that takes the place of another', async () => {
    await visit(`${REPORT_PAGE}?replaced`);
    await waitFor('remarks', '.sign');
    expect((await find('remarks', '.sign')).length).toBeGreaterThan(5);
  });

  test('panel and passages are each switched off and on in pages that are open', async () => {
    await visit(REPORT_PAGE);
    await waitFor('remarks', '.sign');
    await choose({ panel: false });
    await expect.poll(() => page.$('[data-ifg-gloss-host=panel]')).toBeNull();
    expect(await find('remarks', '.sign')).not.toEqual([]);
    await choose({ passages: false });
    await waitFor('panel', '.tab');
    await expect.poll(() => page.$('[data-ifg-gloss-host=remarks]')).toBeNull();
    await choose({ sitesOff: ['www.instituteforgovernment.org.uk'] });
    await expect.poll(() => page.$('[data-ifg-gloss-host=panel]')).toBeNull();
  });

  test('printing leaves nothing behind', async () => {
    await visit(REPORT_PAGE);
    await waitFor('remarks', '.sign');
    if (bench().name === 'firefox') return;
    await page.emulateMediaType('print');
    const shown = await page.$$eval('[data-ifg-gloss-host=panel], [data-ifg-gloss-host=remarks]', (hosts) =>
      hosts.map((host) => getComputedStyle(host).display),
    );
    expect(shown).toEqual(['none', 'none']);
  });

  async function shownText({ text }: ShadowElement): Promise<string> {
    const [shown] = await find('remarks', '.remark .text');
    return shown?.text.slice(0, 60) ?? text;
  }
});
