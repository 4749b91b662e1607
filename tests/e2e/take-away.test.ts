import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { addressOfRoute, type LibraryRoute } from '../../core/library-route.ts';
import { subjectOfPublication } from '../../core/own/subjects.ts';
import { readBundledFeed } from '../components/seeds.ts';
import { findAxeViolations } from './axe.ts';
import { inBrowsers } from './in-browsers.ts';

const { posts, recommendations, threads, publications } = readBundledFeed();
const [recommendation] = recommendations;
const report = publications.find(({ id }) => id === recommendation?.publication);
const thread = threads.find(({ id }) => id === recommendation?.thread);
const EVERYTHING: LibraryRoute = { view: 'search', text: '', order: 'day' };
const ABOUT: LibraryRoute = { view: 'publication', id: report?.id ?? '' };
const NOTE = '=HYPERLINK("https://news.example") is what I thought,\nŵrth gwrs';

interface Saved {
  readonly name: string;
  readonly bytes: Uint8Array;
}

inBrowsers(
  'what is taken away',
  () => null,
  (bench) => {
    const open = async (route: LibraryRoute) => {
      const page = await bench().started.openExtensionPage(addressOfRoute(route).slice(1));
      await page.bringToFront();
      await expect.poll(() => page.$$eval('.take-away summary', (found) => found.length), { timeout: 10_000 }).toBe(1);
      await page.$eval('.take-away summary', (summary) => (summary as HTMLElement).click());
      await expect.poll(() => page.$$eval('.take-away button', (found) => found.length)).toBe(8);
      return page;
    };

    test('all hits are a table, whose cells are no formulas', async () => {
      const page = await open(EVERYTHING);
      await writeNote(page);
      const { name, bytes } = await take(page, 'CSV');
      expect(name).toMatch(/^gloss-search-\d{4}-\d\d-\d\d\.csv$/);
      expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const rows: Record<string, string>[] = parse(strFromU8(bytes), {
        bom: true,
        columns: true,
        record_delimiter: '\r\n',
      });
      const count = (kind: string) => rows.filter((row) => row.kind === kind).length;
      expect([count('post'), count('recommendation'), count('publication'), count('note')]).toEqual([
        posts.length,
        recommendations.length,
        publications.length,
        1,
      ]);
      expect(rows.find(({ kind }) => kind === 'note')?.text).toBe(`'${NOTE}`);
      expect(await page.$eval('.take-away [role=status]', ({ textContent }) => textContent)).toBe(`Saved as ${name}`);
      await bench().picture(page, 'take-away');
      await page.close();
    });

    test('a publication is a document in a zip, with its recommendations and the note', async () => {
      const page = await open(ABOUT);
      const { bytes } = await take(page, 'Markdown files');
      const files = Object.entries(unzipSync(bytes)).map(([name, text]) => [name, strFromU8(text)] as const);
      const [[name, text] = ['', '']] = files;
      expect(files).toHaveLength(1);
      expect(name).toMatch(/^the-role-of-procurement-in-delivering-mission-led-government-[0-9a-f]{6}\.md$/);
      expect(text.match(/^\| \d+ \|/gm)).toHaveLength(recommendations.length);
      expect(text).toContain('## Notes');
      const annotations = JSON.parse(strFromU8((await take(page, 'Web Annotation')).bytes));
      expect(annotations.first.items[0].body[0].value).toBe(NOTE);
      await page.close();
    });

    test('a thread is sources for a reference manager; what a format has nothing of is said', async () => {
      const page = await open({ view: 'thread', id: thread?.id ?? '' });
      const { bytes } = await take(page, 'RIS');
      const sources = new Cite(strFromU8(bytes), { generateGraph: false, forceType: '@ris/file' }).data;
      expect(sources.length).toBe((thread?.posts.length ?? 0) + 1);
      await press(page, 'Web Annotation');
      await expect
        .poll(() => page.$eval('.take-away [role=status]', ({ textContent }) => textContent))
        .toMatch(/^There is nothing here/);
      await page.close();
    });

    test('the menu has no fault that axe finds, and room in 320 pixels', async () => {
      const page = await open(EVERYTHING);
      // Firefox lets no driver make its window as narrow.
      const width = await page.evaluate(() => {
        Object.assign(document.body.style, { boxSizing: 'border-box', inlineSize: '320px' });
        return document.body.scrollWidth;
      });
      expect(width).toBe(320);
      expect(await findAxeViolations(page)).toEqual([]);
      await bench().picture(page, 'take-away-narrow');
      await page.close();
    });
  },
);

async function writeNote(page: Page): Promise<void> {
  if (report === undefined) return;
  const request = { subject: subjectOfPublication(report), from: '', to: NOTE };
  await page.evaluate(
    async (message) => {
      const { browser, chrome } = globalThis as unknown as Record<
        string,
        { runtime: { sendMessage(of: unknown): unknown } }
      >;
      await (browser ?? chrome)?.runtime.sendMessage(message);
    },
    { name: 'changeNote', request },
  );
}

async function press(page: Page, name: string): Promise<void> {
  const pressed = await page.$$eval(
    '.take-away button',
    (buttons, wanted) => {
      const button = buttons.find(({ textContent }) => textContent === wanted);
      button?.click();
      return button !== undefined;
    },
    name,
  );
  expect(pressed).toBe(true);
}

/** Takes a file away, as the page hands it to the browser. */
async function take(page: Page, format: string): Promise<Saved> {
  await page.evaluate(() => {
    const kept: { name: string; blob: Blob | null } = { name: '', blob: null };
    Object.assign(globalThis, { kept });
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      kept.blob = blob;
      return make(blob);
    };
    HTMLAnchorElement.prototype.click = function click() {
      kept.name = this.download;
    };
  });
  await press(page, format);
  const read = () =>
    page.evaluate(async () => {
      const { name, blob } = Reflect.get(globalThis, 'kept') as { name: string; blob: Blob | null };
      return name === '' || blob === null ? null : { name, bytes: [...new Uint8Array(await blob.arrayBuffer())] };
    });
  await expect.poll(read, { timeout: 15_000 }).not.toBeNull();
  const saved = await read();
  return { name: saved?.name ?? '', bytes: Uint8Array.from(saved?.bytes ?? []) };
}
