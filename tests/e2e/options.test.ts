import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { addressOfRoute } from '../../core/library-route.ts';
import type { Settings } from '../../core/settings.ts';
import { findTab } from '../../scripts/browsers/extension-pages.ts';
import { article, demoPages, NEWS_ADDRESS } from '../../scripts/site/demo-pages.ts';
import type { Pages } from '../../scripts/site/serve.ts';
import { inBrowsers } from './in-browsers.ts';
import { watchPolicy } from './policy.ts';

const ACCOUNTS = addressOfRoute({ view: 'accounts' });
const RELATED = 'http://related.example/';

const pages: Pages = (address) =>
  address.href === RELATED
    ? article(
        'Elsewhere',
        '<a id="related" href="https://www.instituteforgovernment.org.uk/publication/accountability-government-procurement">Accountability</a>',
      )
    : (demoPages(address) ?? (address.hostname === 'related.example' ? article('', '') : null));

inBrowsers('options', pages, (bench) => {
  test('say what the library holds, and where it is kept', async () => {
    const { extension } = bench();
    await extension.waitForSelector('.feed');
    await bench().picture(extension, 'options');
    const text = await extension.$eval('main', (main) => main.textContent);
    expect(text).toMatch(/Ben Paxton @drbenpaxton\.bsky\.social/);
    expect(text).toMatch(/Posts30Recommendations14Publications9As of .*2025.* ago/);
    expect(text).toMatch(/Stored in this browser/);
  });

  test('lead to the accounts, which are in the library', async () => {
    const page = await bench().started.openExtensionPage('options.html?way');
    await page.bringToFront();
    await page.waitForSelector('a[href*="accounts"]');
    await page.$eval('a[href*="accounts"]', (link) => (link as HTMLElement).click());
    await expect.poll(() => page.evaluate(() => location.pathname + location.search)).toBe(ACCOUNTS);
    await expect.poll(() => page.$eval('.accounts', ({ textContent }) => textContent)).toMatch(/Accounts you read/);
    expect(await page.$eval('h1', ({ textContent }) => textContent)).toBe('Accounts');
    await page.close();
  });

  test('switch all marks off and on, in pages that are open', async () => {
    const news = await bench().open(NEWS_ADDRESS);
    const count = () => news.$$eval('[data-ifg-gloss]', (marks) => marks.length);
    await expect.poll(count).toBe(5);
    await clickSwitch(0);
    await expect.poll(count).toBe(0);
    await clickSwitch(0);
    await expect.poll(count).toBe(5);
    await news.close();
  });

  test('switch the marks of related posts off and on', async () => {
    const page = await bench().open(RELATED);
    const mark = () => page.$eval('#related', (link) => link.getAttribute('data-ifg-gloss'));
    await expect.poll(mark).toBe('related');
    await clickSwitch(1);
    await expect.poll(mark).toBeNull();
    await clickSwitch(1);
    await expect.poll(mark).toBe('related');
    await page.close();
  });

  test('list the sites that are switched off, and switch them on again', async () => {
    const { extension } = bench();
    await extension.evaluate(() => {
      const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      return api.storage.local.set({ settings: { marks: true, relatedMarks: true, sitesOff: ['news.example'] } });
    });
    await expect.poll(() => extension.$$eval('section li button', (buttons) => buttons.length)).toBe(1);
    const news = await bench().open(NEWS_ADDRESS);
    const count = () => news.$$eval('[data-ifg-gloss]', (marks) => marks.length);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await count()).toBe(0);
    await bench().picture(extension, 'options-site-off');
    await extension.$eval('section li button', (button) => button.click());
    await expect.poll(count).toBe(5);
  });

  test('are the same in every page that shows them, and say when they are saved, shifting nothing', async () => {
    const { extension } = bench();
    const other = await bench().started.openExtensionPage('options.html?other');
    await other.waitForSelector('h1');
    const heights = () =>
      extension.$$eval('.group', (groups) => groups.map((group) => group.getBoundingClientRect().top));
    const before = await heights();
    await extension.$$eval('input[type=radio]', (choices) => choices[2]?.click());
    await extension.waitForSelector('.saving .done');
    await expect.poll(() => other.$$eval('input[type=radio]', (choices) => choices[2]?.checked)).toBe(true);
    expect(await other.$('.saving .done')).toBeNull();
    await extension.$$eval('input[type=radio]', (choices) => choices[0]?.click());
    await expect.poll(() => other.$('input[type=number]')).not.toBeNull();
    expect(await heights()).toEqual(before);
    await other.close();
  });

  test('lose none of two changes made at once on two pages', async () => {
    const { extension } = bench();
    const other = await bench().started.openExtensionPage('options.html?other');
    await other.waitForSelector('h1');
    const flip = (page: Page) =>
      page.$$eval('section input[type=checkbox]', (boxes) => boxes.slice(2).map((box) => box.click()));
    await Promise.all([flip(extension), clickSwitch(1), other.$$eval('input[type=radio]', (all) => all[1]?.click())]);
    await expect.poll(readSettings).toMatchObject({
      panel: false,
      passages: false,
      relatedMarks: false,
      cardOpens: 'modifier-click',
    });
    await other.close();
    await extension.evaluate(() => {
      const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      return api.storage.local.remove('settings');
    });
    await extension.waitForSelector('input[type=number]');
  });

  test('save a dwell as soon as it will do, and say what will not', async () => {
    const { extension } = bench();
    await typeDwell('50');
    await extension.waitForSelector('.wrong');
    await bench().picture(extension, 'options-wrong-dwell');
    expect((await readSettings())?.dwell ?? 400).toBe(400);
    await typeDwell('250');
    await expect.poll(async () => (await readSettings())?.dwell).toBe(250);
    expect(await extension.$('.wrong')).toBeNull();
    await typeDwell('400');
  });

  test('show the shortcut, and lead to where it is changed', async () => {
    const { extension, started } = bench();
    expect(await extension.$$eval('kbd', (keys) => keys.map(({ textContent }) => textContent))).toContain(
      'Alt+Shift+G',
    );
    const before = await countTabs();
    await extension.$eval('dl + .row .button', (button) => (button as HTMLElement).click());
    await expect.poll(countTabs).toBe(before + 1);
    if (bench().name === 'chrome')
      await started.browser.waitForTarget((target) => target.url() === 'chrome://extensions/shortcuts');
  });

  test('and the other pages load nothing that their content security policy refuses', async () => {
    const { name, started, extension } = bench();
    const news = await bench().open(NEWS_ADDRESS);
    const tab = await findTab(extension, NEWS_ADDRESS);
    const watch = await watchPolicy(name, started);
    const opened = [];
    for (const path of [
      'options.html?watched',
      'welcome.html',
      'consent.html',
      'requests.html',
      ACCOUNTS.slice(1),
      `popup.html?tab=${tab}`,
      `sidepanel.html?tab=${tab}`,
    ]) {
      const page = await watch.open(path);
      await page.waitForSelector('main > *');
      opened.push(page);
    }
    expect(await watch.refused()).toEqual([]);
    // What is refused would be heard.
    for (const page of opened) await page.evaluate(() => document.body.append(document.createElement('style')));
    await expect.poll(watch.refused).toHaveLength(opened.length);
    await Promise.all([news, ...opened].map((page) => page.close()));
  });

  test('may ask nobody without encryption, nor may the background: only what is in the extension', async () => {
    const { name, started, extension } = bench();
    const ask = (address: string) =>
      fetch(address).then(
        () => 'answered',
        () => 'refused',
      );
    const askFromBackground = async (address: string) => {
      if (name === 'firefox')
        return extension.evaluate(async (of) => {
          const background = await Reflect.get(globalThis, 'browser').runtime.getBackgroundPage();
          return background.fetch(of).then(
            () => 'answered',
            () => 'refused',
          );
        }, address);
      const target = await started.browser.waitForTarget((each) => each.type() === 'service_worker');
      return (await target.worker())?.evaluate(ask, address);
    };
    const watch = await watchPolicy(name, started);
    const own = `${started.extensionRoot}bundled-index.json`;
    expect(await Promise.all([own, NEWS_ADDRESS].map((of) => extension.evaluate(ask, of)))).toEqual([
      'answered',
      'refused',
    ]);
    expect(await Promise.all([own, NEWS_ADDRESS].map(askFromBackground))).toEqual(['answered', 'refused']);
    // Without the policy Firefox would ask over https, where nobody answers.
    if (name === 'firefox')
      expect((await watch.refused()).filter((said) => said.includes('connect-src'))).toHaveLength(2);
  });

  async function typeDwell(text: string): Promise<void> {
    const { extension } = bench();
    await extension.focus('input[type=number]');
    await extension.$eval('input[type=number]', (field) => field.select());
    await extension.keyboard.type(text);
    await extension.keyboard.press('Tab');
  }

  function readSettings(): Promise<Partial<Settings> | undefined> {
    return bench().extension.evaluate(async () => {
      const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      return (await api.storage.local.get('settings')).settings;
    });
  }

  function countTabs(): Promise<number> {
    return bench().extension.evaluate(async () => {
      const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      return (await api.tabs.query({})).length;
    });
  }

  async function clickSwitch(place: number): Promise<void> {
    await bench().extension.$$eval('input[type=checkbox]', (boxes, at) => boxes[at]?.click(), place);
  }
});
