import { expect, test } from 'vitest';
import { findTab, openPopup } from '../../scripts/browsers/extension-pages.ts';
import { readShadow } from '../../scripts/browsers/shadow.ts';
import {
  demoPages,
  KINDS_ADDRESS,
  NEWS_ADDRESS,
  PLAIN_ADDRESS,
  REPORT_ADDRESS,
} from '../../scripts/site/demo-pages.ts';
import { findAxeViolations, findAxeViolationsOfOurs } from './axe.ts';
import { inBrowsers, inCard } from './in-browsers.ts';

const LARGE = 32;

describeScheme('light', 16);
describeScheme('dark', LARGE);
describeScheme('forced', 16);

/** All that the extension shows, in each of its states. */
function describeScheme(scheme: 'light' | 'dark' | 'forced', textSize: number): void {
  const title = `accessibility, ${scheme}${textSize === LARGE ? ', letters twice as large' : ''}`;
  inBrowsers(
    title,
    demoPages,
    (bench) => {
      const openFor = async (address: string) => {
        const page = await bench().open(address);
        if (bench().name === 'chrome' && scheme === 'forced')
          await page.emulateMediaFeatures([{ name: 'forced-colors', value: 'active' }]);
        await page.bringToFront();
        return { page, tabId: await findTab(bench().extension, address) };
      };
      const overflowOf = (page: Awaited<ReturnType<typeof openFor>>['page']) =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

      test('pages are told what the reader has chosen', async () => {
        const { page } = await openFor(PLAIN_ADDRESS);
        const told = await page.evaluate(() => ({
          dark: matchMedia('(prefers-color-scheme: dark)').matches,
          forced: matchMedia('(forced-colors: active)').matches,
          still: matchMedia('(prefers-reduced-motion: reduce)').matches,
          letters: getComputedStyle(document.body).fontSize,
        }));
        expect(told).toMatchObject({ forced: scheme === 'forced', still: scheme === 'forced' });
        if (scheme !== 'forced') expect(told.dark).toBe(scheme === 'dark');
        await page.close();
      });

      test.each([
        ['#exact', 'exact'],
        ['#likely', 'likely'],
        ['#related', 'related'],
      ])('the card at %s, and what it says when something is copied', async (link, sureness) => {
        const { page, tabId } = await openFor(KINDS_ADDRESS);
        await page.waitForSelector(`${link}[data-ifg-gloss=${sureness}]`);
        await new Promise((resolve) => setTimeout(resolve, 300));
        await page.hover(link);
        await page.waitForSelector('[data-ifg-gloss-host=card][data-open]');
        expect(await findAxeViolationsOfOurs(bench().extension, tabId)).toEqual([]);
        const box = await inCard(bench().extension, tabId, (root) => {
          const frame = root.ownerDocument.defaultView?.frameElement ?? null;
          const { left = 0, right = 0, top = 0, bottom = 0 } = frame?.getBoundingClientRect() ?? {};
          const scroller = root.querySelector('.scroller');
          const across = scroller === null ? 1 : scroller.scrollWidth - scroller.clientWidth;
          const moving = (frame?.parentElement?.getAnimations() ?? []).length;
          return { isInside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight, across, moving };
        });
        expect(box).toMatchObject({ isInside: true, across: 0 });
        if (scheme === 'forced') expect(box?.moving).toBe(0);
        if (sureness === 'exact') {
          await inCard(bench().extension, tabId, (root) => root.querySelector<HTMLElement>('.post .copy')?.click());
          expect(await findAxeViolationsOfOurs(bench().extension, tabId)).toEqual([]);
        }
        await bench().picture(page, `${scheme}-card-${sureness}`);
        await page.close();
      });

      test('the tab, the panel, and the note of a passage', async () => {
        const { page, tabId } = await openFor(REPORT_ADDRESS);
        const press = async (host: string, selector: string) => {
          await expect.poll(() => readShadow(bench().extension, tabId, host, selector)).not.toEqual([]);
          const [{ x, y } = { x: 0, y: 0 }] = await readShadow(bench().extension, tabId, host, selector);
          await page.mouse.click(x, y);
        };
        await expect
          .poll(() => readShadow(bench().extension, tabId, '[data-ifg-gloss-host=remarks]', '.sign'))
          .not.toEqual([]);
        expect(await findAxeViolationsOfOurs(bench().extension, tabId)).toEqual([]);
        await page.evaluate(() => document.querySelector('li')?.scrollIntoView({ block: 'center' }));
        await press('[data-ifg-gloss-host=remarks]', '.sign');
        await expect
          .poll(() => readShadow(bench().extension, tabId, '[data-ifg-gloss-host=remarks]', '.remarks'))
          .toHaveLength(1);
        expect(await findAxeViolationsOfOurs(bench().extension, tabId)).toEqual([]);
        await bench().picture(page, `${scheme}-note`);
        await page.keyboard.press('Escape');
        await press('[data-ifg-gloss-host=panel]', '.tab');
        await expect
          .poll(() => readShadow(bench().extension, tabId, '[data-ifg-gloss-host=panel]', 'article'))
          .toHaveLength(1);
        expect(await findAxeViolationsOfOurs(bench().extension, tabId)).toEqual([]);
        await bench().picture(page, `${scheme}-panel`);
        await page.close();
      });

      const PAGES = ['options', 'welcome', 'consent', 'requests'].map((name) => `${name}.html`);
      const VIEWS = ['accounts', 'recommendations', 'recommendations&as=briefing', 'backup'];
      test.each([...PAGES, ...VIEWS.map((view) => `library.html?view=${view}`)])(
        '%s, and in a narrow window',
        async (path) => {
          const page = await bench().started.openExtensionPage(path);
          await page.bringToFront();
          if (bench().name === 'chrome' && scheme === 'forced')
            await page.emulateMediaFeatures([{ name: 'forced-colors', value: 'active' }]);
          await page.waitForSelector('main :is(h1, h2, .lead)');
          expect(await findAxeViolations(page)).toEqual([]);
          expect(await overflowOf(page)).toBe(0);
          // Firefox refuses to resize an extension's page.
          if (bench().name === 'chrome') {
            await page.setViewport({ width: 320, height: 800 });
            expect(await overflowOf(page)).toBe(0);
          }
          await bench().picture(page, `${scheme}-${path.replace(/\.html(\?view=)?/, '-').replace(/-$/, '')}`);
          await page.close();
        },
      );

      test.each([
        ['said about the page', REPORT_ADDRESS, '', 'article'],
        ['marks', NEWS_ADDRESS, '', '.marks'],
        ['nothing', PLAIN_ADDRESS, '', '.mark-kinds'],
        ['what words find', PLAIN_ADDRESS, 'procurement', '.item-reason'],
        ['what an address is', PLAIN_ADDRESS, REPORT_ADDRESS, 'article'],
        ['nothing found', PLAIN_ADDRESS, 'penguins', 'h1'],
      ])('the popup and the side panel: %s', async (_, address, asked, shown) => {
        const { page, tabId } = await openFor(address);
        const popup = await openPopup(bench().started, tabId);
        // The side panel has the same parts and sheets, only wider: what colours and letters do to them is seen in one.
        const panels =
          scheme === 'light' ? [await bench().started.openExtensionPage(`sidepanel.html?tab=${tabId}`)] : [];
        for (const pane of [popup, ...panels]) {
          await pane.bringToFront();
          if (bench().name === 'chrome' && scheme === 'forced')
            await pane.emulateMediaFeatures([{ name: 'forced-colors', value: 'active' }]);
          await pane.waitForSelector('input[type=search]');
          if (asked !== '') await pane.type('input[type=search]', asked);
          await pane.waitForSelector(`main div:not([hidden]) ${shown}`);
          expect(await findAxeViolations(pane)).toEqual([]);
          expect(await overflowOf(pane)).toBe(0);
          await bench().picture(pane, `${scheme}-pane-${shown.replace('.', '')}`);
          await pane.close();
        }
        await page.close();
      });
    },
    { scheme, textSize },
  );
}
