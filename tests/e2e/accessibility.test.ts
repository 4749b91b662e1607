import type { Page } from 'puppeteer-core';
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
import { type Chosen, chosen } from './schemes.ts';

type Choice = Required<Chosen>;

/** Letters twice as large come with the dark, to look at everything three times and not four. */
const CHOICES: readonly Choice[] = [
  { scheme: 'light', textSize: 16 },
  { scheme: 'dark', textSize: 32 },
  { scheme: 'forced', textSize: 16 },
];

/** All that the extension shows, in each of its states, as readers have it who have chosen otherwise than most. */
inBrowsers('accessibility', demoPages, (bench) => {
  const openFor = async (address: string) => {
    const page = await bench().open(address);
    await page.bringToFront();
    return { page, tabId: await findTab(bench().extension, address) };
  };
  const asEach = async (page: Page, look: (choice: Choice) => Promise<void>) => {
    await page.bringToFront();
    for (const choice of CHOICES) await chosen(bench(), page, choice, () => look(choice));
  };
  // What colours and letters change nothing about is looked at once.
  const askedOf = ({ scheme }: Choice) => ({ ofLooks: scheme !== 'light' });
  const findOfPage = (page: Page, choice: Choice) => findAxeViolations(page, askedOf(choice));
  const findOfOurs = (tabId: number, choice: Choice) =>
    findAxeViolationsOfOurs(bench().extension, tabId, askedOf(choice));
  const overflowOf = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  const setOpen = (page: Page, isOpen: boolean) =>
    page.$$eval(
      'details',
      (all, open) => {
        for (const each of all) each.open = open;
      },
      isOpen,
    );

  test('pages are told what the reader has chosen', async () => {
    const { page } = await openFor(PLAIN_ADDRESS);
    await asEach(page, async ({ scheme, textSize }) => {
      const told = () =>
        page.evaluate(() => ({
          dark: matchMedia('(prefers-color-scheme: dark)').matches,
          forced: matchMedia('(forced-colors: active)').matches,
          still: matchMedia('(prefers-reduced-motion: reduce)').matches,
          letters: getComputedStyle(document.documentElement).fontSize,
        }));
      await expect.poll(told).toMatchObject({
        ...(scheme !== 'forced' && { dark: scheme === 'dark' }),
        forced: scheme === 'forced',
        still: scheme === 'forced',
        letters: `${textSize}px`,
      });
    });
    await page.close();
  });

  test.each([
    ['#exact', 'exact'],
    ['#likely', 'likely'],
    ['#related', 'related'],
  ])('the card at %s, and what it says when something is copied', async (link, sureness) => {
    const { page, tabId } = await openFor(KINDS_ADDRESS);
    await page.waitForSelector(`${link}[data-ifg-gloss=${sureness}]`);
    await asEach(page, async (choice) => {
      await page.hover(link);
      await page.waitForSelector('[data-ifg-gloss-host=card][data-open]');
      expect(await findOfOurs(tabId, choice)).toEqual([]);
      const box = await inCard(bench().extension, tabId, (root) => {
        const frame = root.ownerDocument.defaultView?.frameElement ?? null;
        const { left = 0, right = 0, top = 0, bottom = 0 } = frame?.getBoundingClientRect() ?? {};
        const scroller = root.querySelector('.scroller');
        const across = scroller === null ? 1 : scroller.scrollWidth - scroller.clientWidth;
        const moving = (frame?.parentElement?.getAnimations() ?? []).length;
        return { isInside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight, across, moving };
      });
      expect(box).toMatchObject({ isInside: true, across: 0 });
      if (choice.scheme === 'forced') expect(box?.moving).toBe(0);
      if (sureness === 'exact') {
        await inCard(bench().extension, tabId, (root) => root.querySelector<HTMLElement>('.post .copy')?.click());
        expect(await findOfOurs(tabId, choice)).toEqual([]);
      }
      await bench().picture(page, `${choice.scheme}-card-${sureness}`);
      await page.keyboard.press('Escape');
      await page.mouse.move(0, 0);
      await page.waitForSelector('[data-ifg-gloss-host=card][data-open]', { hidden: true });
    });
    await page.close();
  });

  test('the tab, the panel, and the note of a passage', async () => {
    const { page, tabId } = await openFor(REPORT_ADDRESS);
    const remarks = (selector: string) =>
      readShadow(bench().extension, tabId, '[data-ifg-gloss-host=remarks]', selector);
    const panel = (selector: string) => readShadow(bench().extension, tabId, '[data-ifg-gloss-host=panel]', selector);
    const press = async (find: (selector: string) => ReturnType<typeof readShadow>, selector: string) => {
      // What is still on its way when it is pressed is missed.
      let before: Awaited<ReturnType<typeof find>> = [];
      const isAtRest = async () => {
        const now = await find(selector);
        const isSame = now.length > 0 && JSON.stringify(now) === JSON.stringify(before);
        before = now;
        return isSame;
      };
      await expect.poll(isAtRest).toBe(true);
      const [{ x, y } = { x: 0, y: 0 }] = before;
      await page.mouse.click(x, y);
    };
    // Signs alone have no words whose colours could be measured: every rule is asked.
    const findAll = () => findAxeViolationsOfOurs(bench().extension, tabId);
    await expect.poll(() => remarks('.sign')).not.toEqual([]);
    await asEach(page, async (choice) => {
      expect(await findAll()).toEqual([]);
      await page.evaluate(() => document.querySelector('li')?.scrollIntoView({ block: 'center' }));
      await press(remarks, '.sign');
      await expect.poll(() => remarks('.remarks')).toHaveLength(1);
      expect(await findAll()).toEqual([]);
      await bench().picture(page, `${choice.scheme}-note`);
      await page.keyboard.press('Escape');
      await expect.poll(() => remarks('.remarks')).toEqual([]);
      await press(panel, '.tab');
      await expect.poll(() => panel('article')).toHaveLength(1);
      expect(await findAll()).toEqual([]);
      await bench().picture(page, `${choice.scheme}-panel`);
      await page.keyboard.press('Escape');
      await expect.poll(() => panel('article')).toEqual([]);
    });
    await page.close();
  });

  const PAGES = ['options', 'welcome', 'consent', 'requests'].map((name) => `${name}.html`);
  const VIEWS = ['accounts', 'recommendations', 'recommendations&as=briefing', 'backup'];
  test.each([...PAGES, ...VIEWS.map((view) => `library.html?view=${view}`)])(
    '%s, and in a narrow window',
    async (path) => {
      const page = await bench().started.openExtensionPage(path);
      await page.waitForSelector('main :is(h1, h2, .lead)');
      await asEach(page, async (choice) => {
        expect(await findOfPage(page, choice)).toEqual([]);
        expect(await overflowOf(page)).toBe(0);
        await bench().picture(page, `${choice.scheme}-${path.replace(/\.html(\?view=)?/, '-').replace(/-$/, '')}`);
        // Firefox refuses to resize an extension's page.
        if (bench().name === 'chrome') {
          await page.setViewport({ width: 320, height: 800 });
          expect(await overflowOf(page)).toBe(0);
          await setOpen(page, true);
          expect(await overflowOf(page), 'with what opens').toBe(0);
          await setOpen(page, false);
          await page.setViewport({ width: 800, height: 600 });
        }
      });
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
    const panel = await bench().started.openExtensionPage(`sidepanel.html?tab=${tabId}`);
    for (const [title, pane] of [['popup', popup] as const, ['side-panel', panel] as const]) {
      await pane.bringToFront();
      await pane.waitForSelector('input[type=search]');
      if (asked !== '') await pane.type('input[type=search]', asked);
      await pane.waitForSelector(`main div:not([hidden]) ${shown}`);
      const look = async (choice: Choice) => {
        expect(await findOfPage(pane, choice)).toEqual([]);
        expect(await overflowOf(pane)).toBe(0);
        await bench().picture(pane, `${choice.scheme}-${title}-${shown.replace('.', '')}`);
      };
      // The side panel has the same parts and sheets, only wider: what colours and letters do to them is seen in one.
      if (pane === popup) await asEach(pane, look);
      else await look({ scheme: 'light', textSize: 16 });
      await pane.close();
    }
    await page.close();
  });
});
