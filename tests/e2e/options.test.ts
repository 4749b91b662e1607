import { expect, test } from 'vitest';
import { article, demoPages, NEWS_ADDRESS } from '../../scripts/site/demo-pages.ts';
import type { Pages } from '../../scripts/site/serve.ts';
import { inBrowsers } from './in-browsers.ts';

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
    await extension.waitForSelector('h2');
    await bench().picture(extension, 'options');
    const text = await extension.$eval('main', (main) => main.textContent);
    expect(text).toMatch(/Ben Paxton \(@drbenpaxton\.bsky\.social\)/);
    expect(text).toMatch(/posts 30, recommendations 14, publications 9; as of .*2025/);
    expect(text).toMatch(/Kept in this browser/);
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
    await expect.poll(() => extension.$$eval('li button', (buttons) => buttons.length)).toBe(1);
    const news = await bench().open(NEWS_ADDRESS);
    const count = () => news.$$eval('[data-ifg-gloss]', (marks) => marks.length);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await count()).toBe(0);
    await bench().picture(extension, 'options-site-off');
    await extension.$eval('li button', (button) => button.click());
    await expect.poll(count).toBe(5);
  });

  async function clickSwitch(place: number): Promise<void> {
    await bench().extension.$$eval('input[type=checkbox]', (boxes, at) => boxes[at]?.click(), place);
  }
});
