import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserName } from '../../scripts/browsers/find.ts';
import { type Started, startBrowser } from '../../scripts/browsers/launch.ts';
import { type Site, serveSite } from '../../scripts/site/serve.ts';
import { ACCOUNT, type AccountsServer, recordsOf, serveAccount } from '../bench/accounts-server.ts';
import { generateFeed } from '../bench/generated-feed.ts';
import { createRandom } from '../bench/gold.ts';
import { makeCar, POSTS, PROFILE, profile } from '../core/sources/car/made-car.ts';
import { stopBackground } from '../e2e/stop-background.ts';
import { askFrom, readToEnd, setNetwork } from './extension-driver.ts';

/** Moments of each act: a few by default, `KILLS=all` for all; `KILL_SEED` draws the same ones again. */
const MOMENTS = process.env.KILLS === 'all' ? 20 : 2;
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const COUNT = 350;

const { feed } = generateFeed(COUNT);
const random = createRandom(SEED);
let server: AccountsServer;
let site: Site;
let folder: string;
let car: string;

beforeAll(async () => {
  server = await serveAccount(feed);
  site = await serveSite(() => null);
  folder = await mkdtemp(join(tmpdir(), 'ifg-gloss-'));
  car = join(folder, 'repo.car');
  const records = recordsOf(feed).map(({ key, record }) => [POSTS + key, record] as const);
  await writeFile(car, makeCar(Object.fromEntries([[PROFILE, profile], ...records])));
});
afterAll(async () => {
  server.stop();
  site.close();
  await rm(folder, { recursive: true });
});

/** The account stands in for one on a server: what is tried is what becomes of a background that is stopped. */
describe.each(['chrome', 'firefox'] as const)(`a background that is stopped (KILL_SEED=${SEED}) in %s`, (name) => {
  let started: Started;
  let page: Page;
  /** What the library says where nobody stops anything. */
  let whole: string;
  let length: number;

  beforeAll(async () => {
    ({ started, page } = await open(name));
    const start = performance.now();
    await add(page);
    await readToEnd(page);
    length = performance.now() - start;
    whole = await say(page);
    await remove(page);
  });
  afterAll(() => started.browser.close());

  test('while an account is read goes on, and the library is whole', async () => {
    for (let moment = 0; moment < MOMENTS; moment += 1) {
      await add(page);
      await rest(random() * length);
      await stopBackground(started);
      const { accounts } = await readToEnd(page);
      expect(accounts).toMatchObject([{ reading: null, failure: null, posts: COUNT }]);
      expect(await say(page)).toBe(whole);
      await remove(page);
    }
  });

  test('while a file is taken in has all of it, or says so and has nothing', async () => {
    for (let moment = 0; moment < MOMENTS; moment += 1) {
      const other = await started.openExtensionPage('library.html?view=accounts');
      const said = await choose(other, car, async () => {
        await rest(random() * 1000);
        await stopBackground(started);
      });
      await other.close();
      const { accounts } = await readToEnd(page);
      if (/posts imported/.test(said)) expect(accounts).toMatchObject([{ posts: expect.any(Number), reading: null }]);
      else expect(accounts, said).toEqual([]);
      if (accounts.length > 0) await remove(page);
    }
  });

  test('and whose page is closed while it takes a file in has all of it or nothing', async () => {
    for (let moment = 0; moment < MOMENTS; moment += 1) {
      const other = await started.openExtensionPage('library.html?view=accounts');
      await choose(other, car, () => rest(random() * 600), false);
      await other.close();
      const { accounts } = await readToEnd(page);
      const { feeds } = await askFrom(page, 'readLibraryState', {});
      expect(feeds.some(({ id }) => id === `bluesky:${ACCOUNT}`)).toBe(accounts.length > 0);
      if (accounts.length > 0) await remove(page);
    }
  });

  test('while an account is removed leaves nothing of it, or all', async () => {
    for (let moment = 0; moment < MOMENTS; moment += 1) {
      await add(page);
      await readToEnd(page);
      const removing = remove(page).catch(() => null);
      await rest(random() * 60);
      await stopBackground(started);
      await removing;
      await remove(page);
      expect((await askFrom(page, 'readLibraryState', {})).feeds).toMatchObject([{ isBundled: true }]);
    }
  });
});

async function open(name: BrowserName): Promise<{ readonly started: Started; readonly page: Page }> {
  const started = await startBrowser(name, site.port);
  const page = await started.openExtensionPage('library.html?view=accounts');
  await setNetwork(page, server.address);
  return { started, page };
}

const add = (page: Page) => askFrom(page, 'addAccount', { did: ACCOUNT, keep: 'all' });
const remove = (page: Page) => askFrom(page, 'removeAccount', { did: ACCOUNT });

/** What is found, with where it stands. */
async function say(page: Page): Promise<string> {
  const asked = ['procurement', 'report', ''];
  const answers = [];
  for (const each of asked) answers.push(await askFrom(page, 'lookUp', { asked: each, linkText: '' }));
  const { feeds } = await askFrom(page, 'readLibraryState', {});
  return JSON.stringify([answers, feeds]);
}

/** Chooses a file, acts meanwhile, and gives what is said of it in the end. */
async function choose(page: Page, file: string, act: () => Promise<void>, isToEnd = true): Promise<string> {
  const field = (await page.waitForSelector('.accounts-drop input[type=file]')) as ElementHandle<HTMLInputElement>;
  await field.uploadFile(file);
  await act();
  if (!isToEnd) return '';
  const said = () => page.$eval('.accounts-outcome', ({ textContent }) => textContent ?? '');
  await expect.poll(said, { timeout: 40_000 }).toMatch(/imported/);
  return said();
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
