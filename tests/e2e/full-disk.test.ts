import { afterAll, describe, expect, test } from 'vitest';
import type { Note } from '../../core/model/own.ts';
import { startBrowser } from '../../scripts/browsers/launch.ts';
import { serveSite } from '../../scripts/site/serve.ts';
import { mountSmallDisk } from './full-disk.ts';

const disk = await mountSmallDisk();
const FIELD = '.note-area';

/** Chromium itself ends within seconds on a disk without room, whatever runs in it. */
describe('in Firefox, on a disk that is full', () => {
  afterAll(() => disk?.remove());

  test.skipIf(disk === null)(
    'words that cannot be kept are said to be, stay, and are kept once there is room',
    async () => {
      if (disk === null) return;
      const site = await serveSite(() => null);
      const { browser, openExtensionPage } = await startBrowser('firefox', site.port, { profile: disk.folder });
      const page = await openExtensionPage('library.html?q=procurement');
      await page.bringToFront();
      const textOf = (selector: string) => page.$eval(selector, ({ textContent }) => textContent ?? '').catch(() => '');
      const written = () => page.$eval(FIELD, (field) => (field as HTMLTextAreaElement).value);
      const kept = async () => {
        const { items } = await page.evaluate(
          (message) => {
            const api = Reflect.get(globalThis, 'browser');
            return api.runtime.sendMessage(message) as Promise<{ readonly items: readonly Note[] }>;
          },
          { name: 'listOwn', request: { kind: 'note', start: 0, isAnchored: true } },
        );
        return items.flatMap(({ texts }) => texts);
      };

      await page.waitForSelector('.hit [data-note]');
      await page.$eval('.hit [data-note]', (button) => (button as HTMLElement).click());
      await page.waitForSelector(FIELD);
      await page.type(FIELD, 'While there is room. ');
      await expect.poll(kept, { timeout: 5000 }).toEqual(['While there is room. ']);

      await disk.fill();
      const more = 'When there is none, with many words. '.repeat(20);
      await page.type(FIELD, more);
      await expect.poll(() => textOf('.note-unkept'), { timeout: 10_000 }).toMatch(/^Not saved: .* it tries again\.$/);
      expect(await written()).toBe(`While there is room. ${more}`);

      await disk.empty();
      await expect.poll(() => textOf('.note-keeping'), { timeout: 20_000 }).toBe('Saved');
      expect(await kept()).toEqual([`While there is room. ${more}`]);
      await browser.close();
      site.close();
    },
  );
});
