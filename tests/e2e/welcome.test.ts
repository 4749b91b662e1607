import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { findWelcome, type Started } from '../../scripts/browsers/launch.ts';
import { demoPages, NEWS_ADDRESS } from '../../scripts/site/demo-pages.ts';
import { borrowForSuite } from './shared-browsers.ts';

describe.each(['chrome', 'firefox'] as const)('the first run in %s', (name) => {
  const lent = borrowForSuite(name, demoPages, { withWelcome: true });
  let started: Started;
  let welcome: Page;

  beforeAll(async () => {
    started = lent().started;
    welcome = await findWelcome(started);
    await welcome.waitForSelector('.sample-card');
  });

  test('shows each kind of mark as it is drawn in pages', async () => {
    await welcome.screenshot({ path: `pictures/${name}-welcome.png`, fullPage: true });
    const drawn = await welcome.$$eval('.mark-kinds a', (links) =>
      links.map((link) => {
        const { textDecorationStyle, textDecorationLine } = getComputedStyle(link);
        return [textDecorationLine, textDecorationStyle];
      }),
    );
    expect(drawn).toEqual([
      ['underline', 'double'],
      ['underline', 'dashed'],
      ['underline', 'dotted'],
    ]);
  });

  test('shows a card with what the library says', async () => {
    const shown = await welcome.$eval('.sample-card', ({ shadowRoot }) => shadowRoot?.textContent);
    expect(shown).toContain('The role of procurement in delivering mission-led government');
    expect(shown).toMatch(/Commercial leads for each mission/);
  });

  test('says in which language it speaks, and names the keys', async () => {
    const { lang, dir } = await welcome.$eval('html', (root) => ({ lang: root.lang, dir: root.dir }));
    expect(lang).toMatch(/^en\b/);
    expect(dir).toBe('ltr');
    expect(await welcome.title()).toBe('Welcome to IfG Gloss');
    expect(await welcome.$eval('kbd', ({ textContent }) => textContent)).toBe('Alt+Shift+G');
  });

  test('opens at the first install only', async () => {
    const options = await started.openExtensionPage('options.html');
    expect(await countWelcomes(options)).toBe(1);
    await options.close();
    await started.install();
    const page = await started.browser.newPage();
    await page.goto(NEWS_ADDRESS);
    await page.waitForSelector('[data-ifg-gloss]');
    const after = await started.openExtensionPage('options.html');
    // An update closes the extension's own pages.
    expect(await countWelcomes(after)).toBeLessThanOrEqual(1);
  });
});

/** Among the extension's own pages, for a browser need not tell an extension the addresses of tabs that show them. */
function countWelcomes(extensionPage: Page): Promise<number> {
  return extensionPage.evaluate(() => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const views: Window[] = api.extension.getViews({ type: 'tab' });
    return views.filter(({ location }) => location.pathname === '/welcome.html').length;
  });
}
