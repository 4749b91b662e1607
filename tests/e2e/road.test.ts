import { mkdir } from 'node:fs/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Started, startBrowser } from './browser.ts';
import { type Site, serveSite } from './site.ts';

/** What the browsers ask of their own makers, with or without an extension; all of it is refused. */
const OF_THE_BROWSER =
  /^(?:(?:accounts|clients2)\.google\.com|(?:update|content-autofill|optimizationguide-pa)\.googleapis\.com|[a-z.-]+\.mozilla\.(?:com|org|net))$/;
const HEADINGS = [
  'market shaping',
  'better using procurement to bring innovation to the public sector',
  'strengthening procurement capability and data',
];

describe.each(['chrome', 'firefox'] as const)('the whole road in %s', (name) => {
  let site: Site;
  let started: Started;
  let page: Page;

  beforeAll(async () => {
    await mkdir('pictures', { recursive: true });
    site = await serveSite();
    started = await startBrowser(name, site.port);
    console.log(`${name}: ${await started.browser.version()}`);
    page = await started.browser.newPage();
    await page.goto(`http://news.example/`);
    await page.waitForSelector('[data-ifg-gloss]');
  });
  afterAll(async () => {
    await started?.browser.close();
    site?.close();
  });

  test('links to the report are marked, whatever form they have, and others are not claimed', async () => {
    const marks = await page.$$eval('a', (links) =>
      links.map((link) => [link.id, link.getAttribute('data-ifg-gloss')]),
    );
    expect(Object.fromEntries(marks)).toEqual({
      plain: 'exact',
      tracked: 'exact',
      bare: 'exact',
      wrapped: 'exact',
      other: null,
      lookalike: null,
    });
    await page.screenshot({ path: `pictures/${name}-marks.png` });
  });

  test('the card opens on dwell and closes on Escape', async () => {
    await page.hover('#plain');
    await page.waitForSelector('ifg-gloss-card[data-open]');
    await page.screenshot({ path: `pictures/${name}-card.png` });
    if (name === 'chrome') await expectWholeGloss(await readClosedCard(page));
    await page.keyboard.press('Escape');
    expect(await page.$('ifg-gloss-card')).toBeNull();
  });

  test('the shortcut opens the card of the focused link and focus returns to it', async () => {
    await page.focus('#tracked');
    await page.keyboard.down('Alt');
    await page.keyboard.down('Shift');
    await page.keyboard.press('KeyG');
    await page.keyboard.up('Shift');
    await page.keyboard.up('Alt');
    await page.waitForSelector('ifg-gloss-card[data-open]');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tracked');
  });

  test('links that come later are marked', async () => {
    await page.evaluate(() => {
      const copy = document.querySelector('#plain')?.cloneNode(true) as HTMLAnchorElement;
      copy.removeAttribute('data-ifg-gloss');
      copy.id = 'later';
      document.body.append(copy);
    });
    await page.waitForSelector('#later[data-ifg-gloss="exact"]');
  });

  test('the popup on the report’s own address shows the same', async () => {
    const report = await started.browser.newPage();
    await report.goto(`http://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery`);
    await report.bringToFront();
    const popup = await started.openExtensionPage('popup.html');
    const tabId = await popup.evaluate(async () => {
      const api = (globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome }).browser ?? chrome;
      return (await api.tabs.query({})).find(({ title }) => title?.startsWith('The role of procurement'))?.id ?? -1;
    });
    await popup.evaluate((id) => location.replace(`popup.html?tab=${id}`), tabId).catch(() => null);
    await expect
      .poll(() => popup.evaluate(() => document.querySelector('article')?.textContent ?? '').catch(() => ''), {
        timeout: 15_000,
      })
      .toContain('14');
    await popup.setViewport({ width: 400, height: 600 }).catch(() => null);
    await popup.screenshot({ path: `pictures/${name}-popup.png` }).catch(() => null);
    await expectWholeGloss(await popup.evaluate(readGloss));
  });

  test('nothing but the two test pages was asked for', () => {
    const asked = new Set(site.hosts.filter((host) => !OF_THE_BROWSER.test(host)));
    expect(asked).toEqual(new Set(['news.example', 'www.instituteforgovernment.org.uk']));
  });
});

interface Shown {
  readonly title: string;
  readonly headings: readonly string[];
  readonly numbers: readonly number[];
  readonly posts: readonly string[];
}

declare const chrome: {
  readonly tabs: { query(of: object): Promise<{ readonly id?: number; readonly title?: string }[]> };
};

function readGloss(this: unknown): Shown {
  const root = document;
  const texts = (selector: string) => [...root.querySelectorAll(selector)].map((element) => element.textContent ?? '');
  return {
    title: texts('h1')[0] ?? '',
    headings: texts('h3'),
    numbers: [...root.querySelectorAll<HTMLLIElement>('.recommendations li')].map(({ value }) => value),
    posts: texts('.conversation:last-of-type .text'),
  };
}

function expectWholeGloss(shown: Shown): void {
  expect(shown.title).toBe('The role of procurement in delivering mission-led government');
  expect(shown.headings).toEqual(HEADINGS);
  expect(shown.numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
  expect(shown.posts).toHaveLength(16);
  expect(shown.posts[0]).toMatch(/^But barriers/);
  expect(shown.posts[15]).toMatch(/^With huge thanks/);
}

/** The card's shadow root is closed to the page; the debugger sees into it. */
async function readClosedCard(page: Page): Promise<Shown> {
  const session: CDPSession = await page.createCDPSession();
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  type Node = typeof root;
  const find = (node: Node, wanted: (node: Node) => boolean): Node | undefined =>
    wanted(node)
      ? node
      : [...(node.shadowRoots ?? []), ...(node.children ?? [])].map((child) => find(child, wanted)).find(Boolean);
  const card = find(root, (node) => node.localName === 'article');
  const { outerHTML } = await session.send('DOM.getOuterHTML', { nodeId: card?.nodeId ?? 0 });
  await session.detach();
  return page.evaluate((html) => {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const texts = (selector: string) =>
      [...parsed.querySelectorAll(selector)].map((element) => element.textContent ?? '');
    return {
      title: texts('h1')[0] ?? '',
      headings: texts('h3'),
      numbers: [...parsed.querySelectorAll<HTMLLIElement>('.recommendations li')].map(({ value }) => value),
      posts: texts('.conversation:last-of-type .text'),
    };
  }, outerHTML);
}
