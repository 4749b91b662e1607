import { afterEach, expect, test } from 'vitest';
import { inBrowsers } from './in-browsers.ts';
import { REPORT_PAGE, type ReportPageDriver, resize, visitReportPage } from './report-page-driver.ts';
import { HIDING, reportPages, SAID } from './report-page-pages.ts';

inBrowsers('the report page’s script sees what its reader sees,', reportPages, (bench) => {
  let driver: ReportPageDriver;
  const visit = async (name: string) => {
    driver = await visitReportPage(bench(), `${REPORT_PAGE}?${name}`);
    await driver.waitFor('panel', '.tab');
    return driver;
  };
  const signs = () => driver.find('remarks', '.sign');
  const countSigns = (count: number) =>
    expect.poll(async () => (await signs()).length, { timeout: 5000, interval: 50 }).toBe(count);
  const setBox = (change: string) => driver.page.evaluate(`((box) => { ${change} })(document.querySelector('#box'))`);
  /** The passages that have signs, as they are named. */
  const named = async () => (await signs()).map(({ label }) => label.replace(/^.*?“|\W+$/g, '').slice(0, 20));
  const settled = () => new Promise((resolve) => setTimeout(resolve, 1500));

  afterEach(() => driver?.page.close().catch(() => {}));

  test('what is hidden has no sign, and gets it when it is shown', async () => {
    const { page } = await visit('hiding');
    await countSigns(4);
    const [first] = await signs();
    for (const [way, rule] of Object.entries(HIDING)) {
      await page.evaluate((css) => {
        const style = document.createElement('style');
        style.id = 'way';
        style.textContent = css;
        document.head.append(style);
        document.querySelector('#box')?.classList.add('off');
        document.querySelector<HTMLInputElement>('#tab')?.click();
      }, rule);
      await expect.poll(signs, { timeout: 3000, interval: 50, message: way }).toEqual([]);
      await page.evaluate(() => {
        document.querySelector('#way')?.remove();
        document.querySelector('#box')?.classList.remove('off');
        document.querySelector<HTMLInputElement>('#tab')?.click();
      });
      await expect.poll(async () => (await signs()).length, { timeout: 3000, interval: 50, message: way }).toBe(4);
    }
    expect((await signs())[0]).toEqual(first);
  });

  test.each([
    ['details', 'box.open = !box.open'],
    ['until-found', `box.toggleAttribute('hidden') || box.setAttribute('data-shown', '')`],
    ['scrolled-out', 'box.scrollTop = box.scrollTop === 0 ? 1e4 : 0'],
  ])('signs come and go with %s', async (name, change) => {
    await visit(name);
    await settled();
    expect(await signs()).toEqual([]);
    await setBox(change);
    await expect.poll(async () => (await signs()).length, { timeout: 3000 }).toBeGreaterThan(0);
    if (name === 'until-found') await setBox(`box.setAttribute('hidden', 'until-found')`);
    else await setBox(change);
    await countSigns(0);
  });

  test.each(['details', 'until-found', 'scrolled-out', 'long-block'])(
    '“Show in the text” opens and scrolls to a passage: %s',
    async (name) => {
      const { page, click, waitFor, find } = await visit(name);
      await resize(page, 1280, 800);
      await click('panel', '.tab');
      await waitFor('panel', '.to-passage');
      await click('panel', '.to-passage');
      const note = await waitFor('remarks', '.remarks:focus');
      expect(note.y).toBeGreaterThan(0);
      expect(note.y).toBeLessThan(800);
      const [sign] = await find('remarks', '.sign[aria-expanded="true"]');
      expect(sign?.y).toBeGreaterThan(0);
      expect(sign?.y).toBeLessThan(800);
      expect(await find('panel', '.to-passage + [role="status"]')).not.toContainEqual(
        expect.objectContaining({ text: expect.stringMatching(/./) }),
      );
      expect(await page.$eval('li, main div', (element) => element.checkVisibility())).toBe(true);
      await bench().picture(page, `report-page-shown-${name}`);
    },
  );

  test('“Show in the text” says so where the page hides the passage for good', async () => {
    const { page, click, waitFor, find } = await visit('hidden');
    await resize(page, 1280, 800);
    await click('panel', '.tab');
    await waitFor('panel', '.to-passage');
    await click('panel', '.to-passage');
    const said = async () => (await find('panel', '.to-passage + [role="status"]')).map(({ text }) => text).join('');
    await expect.poll(said, { timeout: 5000 }).toBe('The page does not show this passage at the moment.');
    await bench().picture(page, 'report-page-not-shown');
    expect(await find('remarks', '.remarks')).toEqual([]);
    await setBox(`box.style.display = 'block'`);
    await click('panel', '.to-passage');
    await waitFor('remarks', '.remarks:focus');
    expect(await said()).toBe('');
  });

  test.each([
    'list',
    'line-breaks',
    'line-breaks-without-stops',
    'soft-hyphens',
    'no-width',
    'div-text',
    'mixed-div',
    'span-blocks',
    'hidden-copy',
    'hidden-copy-behind',
    'empty-main',
    'loading-main',
    'no-main',
    'teaser-article',
    'form',
  ])('each recommendation has its sign: %s', async (name) => {
    await visit(name);
    await countSigns(4);
    expect(await named()).toEqual(SAID.map((text) => text.slice(0, 20)));
  });

  test.each(['list', 'zoomed', 'centred', 'shifted', 'in-a-box'])(
    'signs stand at the first lines: %s',
    async (name) => {
      const { page } = await visit(name);
      await countSigns(4);
      const lines = () =>
        page.$$eval('li', (items) =>
          items.map((item) => {
            const range = new Range();
            range.selectNodeContents(item);
            const [{ x = 0, y = 0 } = {}] = range.getClientRects();
            return { x, y };
          }),
        );
      const expectAside = async () => {
        const places = await signs();
        for (const [index, { x, y }] of (await lines()).entries()) {
          const sign = places[index];
          expect(Math.abs((sign?.y ?? 0) - y - 12)).toBeLessThan(2);
          expect(x - (sign?.x ?? 0)).toBeGreaterThan(20);
          expect(x - (sign?.x ?? 0)).toBeLessThan(110);
        }
      };
      await expectAside();
      if (name !== 'in-a-box') return;
      await page.$eval('main', (main) => main.scrollTo(0, 30));
      await new Promise((resolve) => setTimeout(resolve, 300));
      await expectAside();
    },
  );

  test('a sentence that line breaks only wrap is one', async () => {
    await visit('wrapped-lines');
    await countSigns(1);
    expect(await named()).toEqual([SAID[0].slice(0, 20)]);
  });
});
