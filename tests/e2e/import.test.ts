import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, expect, test } from 'vitest';
import { addressOfRoute } from '../../core/library-route.ts';
import type { AccountsState } from '../../core/protocol/accounts.ts';
import { JO, recordOf, viewOf } from '../core/sources/bluesky/answers.ts';
import { keyOf, makeCar, manyRecords, POSTS } from '../core/sources/car/made-car.ts';
import { inBrowsers } from './in-browsers.ts';
import { watchPolicy } from './policy.ts';
import { press } from './press.ts';

const ACCOUNTS = addressOfRoute({ view: 'accounts' }).slice(1);
const REPORT = 'https://www.instituteforgovernment.org.uk/publication/procurement-reform';
const folder = await mkdtemp(join(tmpdir(), 'ifg-gloss-'));
afterAll(() => rm(folder, { recursive: true }));

const about = { [POSTS + keyOf(2_000_000)]: recordOf({ text: `Read ${REPORT}` }) };
const car = makeCar({ ...manyRecords(1_200), ...about });
const files = {
  damaged: await put('damaged.car', car.with(car.length - 5, 0)),
  cut: await put('cut.json', '{"feed": [\n'),
  foreign: await put('picture.car', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)),
  text: await put('page.txt', 'Ben Paxton\nsays nothing.\n'),
  page: await put('drbenpaxton.txt', await readFile('seeds/drbenpaxton.txt')),
  car: await put('repo.car', car),
  json: await put('posts.json', JSON.stringify({ feed: [{ post: viewOf('1', { text: `Read ${REPORT}` }) }] })),
};

inBrowsers(
  'import',
  () => null,
  (bench) => {
    test('of a file that is not sound it is said why and where, and nothing changes', async () => {
      const page = await bench().started.openExtensionPage(ACCOUNTS);
      expect(await choose(page, files.damaged)).toMatch(
        /^damaged\.car was not imported.* A part of it is damaged\. .*byte [\d,]+\.$/,
      );
      expect(await choose(page, files.cut)).toMatch(
        /^cut\.json was not imported.* It ends too early\. .*line 2, column 1\.$/,
      );
      expect(await choose(page, files.foreign)).toMatch(
        /^picture\.car was not imported.* This is not a file of posts\..* posts as JSON\. $/,
      );
      expect(await choose(page, files.text)).toMatch(
        /^page\.txt was not imported.* There it is not as a file of posts is.*line \d+, column \d+\.$/,
      );
      expect(await readAccounts(page)).toEqual([]);
      await page.$eval('.accounts-drop', (drop) => drop.scrollIntoView({ block: 'center' }));
      await bench().picture(page, 'import-failed');
      await page.close();
    });

    test('a repository is read by a worker, which the policy lets run, and stored', async () => {
      const { name, started } = bench();
      const watch = await watchPolicy(name, started);
      const page = await watch.open(ACCOUNTS);
      expect(await choose(page, files.car)).toBe(
        'repo.car: 1,201 posts read. How many of them are kept stands with the account.',
      );
      await expect
        .poll(() => readAccounts(page), { timeout: 20_000 })
        .toMatchObject([{ did: JO, posts: 1, reading: null }]);
      expect(await watch.refused()).toEqual([]);
      await page.$eval('.accounts-drop', (drop) => drop.scrollIntoView({ block: 'center' }));
      await bench().picture(page, 'import-done');
      // It is taken in by the page, whatever view is shown.
      await page.$eval('nav a[href*=publications]', (link) => (link as HTMLElement).click());
      await expect.poll(() => page.$('.accounts-outcome')).toBeNull();
      await page.$eval('nav a[href*=accounts]', (link) => (link as HTMLElement).click());
      await page.waitForSelector('.accounts-outcome');
      expect(await outcome(page)).toBe(
        'repo.car: 1,201 posts read. How many of them are kept stands with the account.',
      );
      await page.close();
    });

    test('a page that was saved as text is listed, and goes again', async () => {
      const page = await bench().started.openExtensionPage(ACCOUNTS);
      expect(await choose(page, files.page)).toBe('drbenpaxton.txt was imported.');
      const said = () => page.$$eval('.accounts-item', (rows) => rows.map(({ textContent }) => textContent).join());
      await expect.poll(said).toContain('30 posts kept. From a page that you saved and imported, as of');
      await press(page, 'Remove Ben Paxton');
      await press(page, 'Remove for good');
      await expect.poll(said).not.toContain('you saved and imported');
      expect(await said()).toContain('Came with the extension');
      await page.close();
    });

    test('answers that were saved as JSON are of the same account', async () => {
      const page = await bench().started.openExtensionPage(ACCOUNTS);
      expect(await choose(page, files.json)).toBe(
        'posts.json: 1 post read. How many of them are kept stands with the account.',
      );
      expect(await readAccounts(page)).toMatchObject([{ did: JO }]);
      await page.close();
    });
  },
);

/** Chooses a file, and gives what is said once it is known what became of it. */
async function choose(page: Page, file: string): Promise<string> {
  const field = (await page.waitForSelector('.accounts-drop input[type=file]')) as ElementHandle<HTMLInputElement>;
  await field.uploadFile(file);
  await expect.poll(() => outcome(page), { timeout: 20_000 }).toMatch(new RegExp(`^${file.slice(folder.length + 1)}`));
  return outcome(page);
}

const outcome = (page: Page) => page.$eval('.accounts-outcome', ({ textContent }) => textContent ?? '');

function readAccounts(page: Page): Promise<AccountsState['accounts']> {
  return page.evaluate(async () => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const { accounts } = await api.runtime.sendMessage({ name: 'readAccounts', request: {} });
    return accounts;
  });
}

async function put(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}
