import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { addressOfRoute } from '../../core/library-route.ts';
import type { BrowserName } from '../../scripts/browsers/find.ts';
import { type Started, startBrowser } from '../../scripts/browsers/launch.ts';
import { serveSite } from '../../scripts/site/serve.ts';
import { ACCOUNT, recordsOf, serveAccount, type View, viewsOf } from '../bench/accounts-server.ts';
import { copyExtension, SEAM_PAGE } from '../bench/extension-copy.ts';
import { generateFeed } from '../bench/generated-feed.ts';
import { createRandom } from '../bench/gold.ts';
import type { Inspection, LibrarySeam } from '../bench/library-seam.ts';
import { profile as carProfile, keyOf, makeCar, POSTS, PROFILE } from '../core/sources/car/made-car.ts';
import { killBrowser } from '../e2e/kill-browser.ts';
import { stopBackground } from '../e2e/stop-background.ts';
import { askFrom, readToEnd, setNetwork } from './extension-driver.ts';

/** What is cut off. */
export type Act = 'reading' | 'refreshing' | 'importing' | 'removing';
/** What ends: the background, the page that was asked for it, or the whole browser. */
export type End = 'background' | 'page' | 'browser';

/** What there is of accounts: what is said of them, and all that the library holds. */
export interface Holding {
  readonly accounts: readonly object[];
  readonly fresh: readonly object[];
  readonly library: Pick<Inspection, 'feeds' | 'faults'>;
}

/** What was found after an end, once nothing went on any more, and what may be found. */
export interface Found {
  readonly how: string;
  readonly holds: Holding;
  readonly mayHold: readonly Holding[];
}

export interface Victim {
  /** Cuts an act off at so many random moments, each time from its beginning. */
  kill(act: Act, end: End, moments: number): Promise<readonly Found[]>;
  close(): Promise<void>;
}

interface Begun {
  /** Settles with whether its asker is told that it was done. */
  readonly told: Promise<boolean>;
  readonly page: Page | null;
}

const ACCOUNTS = addressOfRoute({ view: 'accounts' }).slice(1);
/** Posts by network, which are three pages; and by file, which are four parts. */
const READ = 250;
const IMPORTED = 1600;
/** Milliseconds in which all comes to its end. */
const PATIENCE = 30_000;

/** A browser whose profile outlives it, with one account on a stand-in for its AppView, and the same one in a file. */
export async function createVictim(name: BrowserName, seed: number): Promise<Victim> {
  const random = createRandom(seed);
  const older = viewsOf(generateFeed(READ).feed);
  const newer = changed(older);
  const [copy, site, server, folder] = await Promise.all([
    copyExtension(),
    serveSite(() => null),
    serveAccount(older),
    mkdtemp(join(tmpdir(), 'ifg-gloss-kills-')),
  ]);
  const profile = join(folder, 'profile');
  const car = join(folder, 'repo.car');
  await writeFile(car, makeCar(repositoryOf()));
  let started = await start();
  let seam = await openSeam();
  await setNetwork(seam, server.address);
  let isNewer = false;
  /** What an act leads to where nothing cuts it off, and the milliseconds that it takes. */
  const undisturbed = new Map<string, { readonly holds: Holding; readonly length: number }>();

  async function start(): Promise<Started> {
    const options = { withExtension: false, built: copy.built, profile };
    const browser = await startBrowser(name, site.port, options);
    await browser.install();
    return browser;
  }

  async function openSeam(): Promise<Page> {
    const page = await started.openExtensionPage(SEAM_PAGE);
    // Firefox lets no driver wait for a function in an extension's page.
    while (!(await page.evaluate(() => Reflect.has(globalThis, 'seam')))) await rest(20);
    return page;
  }

  async function inspect(): Promise<Holding> {
    const { feeds, faults } = await seam.evaluate(() => (Reflect.get(globalThis, 'seam') as LibrarySeam).inspect());
    const { accounts } = await askFrom(seam, 'readAccounts', {});
    const fresh = await askFrom(seam, 'readFresh', {});
    return {
      accounts: accounts.map(({ readAt, profile: said, ...account }) => account),
      fresh: fresh.toSorted((a, b) => (a.publication < b.publication ? -1 : 1)),
      library: { feeds, faults },
    };
  }

  const add = () => askFrom(seam, 'addAccount', { did: ACCOUNT, keep: 'all' });
  const remove = () => askFrom(seam, 'removeAccount', { did: ACCOUNT });
  const refresh = () => askFrom(seam, 'refreshAccounts', { did: null });

  /** Makes everything what it is before the act, without anybody in the way: nothing of the account, or all of it. */
  async function prepare(act: Act): Promise<void> {
    const isThere = (await askFrom(seam, 'readAccounts', {})).accounts.length > 0;
    const isToBe = act === 'refreshing' || act === 'removing';
    if (isThere && !isToBe) await remove();
    if (isThere && isToBe) return;
    show(false);
    if (!isToBe) return;
    await add();
    await readToEnd(seam);
  }

  function show(areNewer: boolean): void {
    isNewer = areNewer;
    server.show(isNewer ? newer : older);
  }

  /** Names what comes of an act: a refresh leads to what there is to be read then. */
  const nameOf = (act: Act) => (act === 'refreshing' ? `${act} ${isNewer ? 'newer' : 'older'}` : act);

  async function begin(act: Act): Promise<Begun> {
    if (act === 'importing') return beginImport();
    if (act === 'refreshing') show(!isNewer);
    const asked: Promise<unknown> = { reading: add, refreshing: refresh, removing: remove }[act]();
    return { told: asked.then((answer) => answer !== undefined).catch(() => false), page: null };
  }

  async function beginImport(): Promise<Begun> {
    const page = await started.openExtensionPage(ACCOUNTS);
    const field = (await page.waitForSelector('.accounts-drop input[type=file]')) as ElementHandle<HTMLInputElement>;
    await field.uploadFile(car);
    return { told: readOutcome(page).catch(() => false), page };
  }

  async function measure(act: Act): Promise<void> {
    const from = performance.now();
    const { told, page } = await begin(act);
    await told;
    await readToEnd(seam);
    const length = performance.now() - from;
    await page?.close();
    undisturbed.set(nameOf(act), { holds: await inspect(), length });
  }

  async function killOnce(act: Act, end: End): Promise<Found> {
    await prepare(act);
    const before = await inspect();
    const { told, page } = await begin(act);
    const { length, holds: after } = undisturbed.get(nameOf(act)) ?? fail(nameOf(act));
    const wait = Math.round(random() * length);
    await rest(wait);
    const wasTold = await Promise.race([told, rest(0).then(() => false)]);
    await cutOff(end, page);
    // The page goes on, and says in the end what came of it.
    const said = act === 'importing' && end === 'background' ? await told : null;
    await page?.close().catch(() => null);
    const mayHold = said === false ? [before] : said === true || wasTold ? [after] : [before, after];
    const outcome = said === null ? '' : said ? ', said to be done' : ', said not to be done';
    const how = `${end} ended after ${wait} of ${Math.round(length)} ms${outcome}`;
    return { how, holds: await settle(mayHold), mayHold };
  }

  async function cutOff(end: End, page: Page | null): Promise<void> {
    if (end === 'background') return stopBackground(started);
    if (end === 'page') return page?.close();
    await killBrowser(started, profile);
    started = await start();
    seam = await openSeam();
  }

  /** What there is once it is what it may be, or after a while whatever it is. */
  async function settle(mayHold: readonly Holding[]): Promise<Holding> {
    const until = performance.now() + PATIENCE / 3;
    for (;;) {
      await readToEnd(seam, PATIENCE);
      const holds = await inspect();
      const isSettled = mayHold.some((each) => JSON.stringify(each) === JSON.stringify(holds));
      if (isSettled || performance.now() > until) return holds;
      await rest(100);
    }
  }

  return {
    async kill(act, end, moments) {
      // A refresh is measured there and back.
      for (let turn = act === 'refreshing' ? 2 : 1; turn > 0; turn -= 1) {
        await prepare(act);
        await measure(act);
      }
      const found: Found[] = [];
      while (found.length < moments) found.push(await killOnce(act, end));
      return found;
    },
    async close() {
      await started.browser.close();
      site.close();
      server.stop();
      await Promise.all([copy.remove(), rm(folder, { recursive: true, force: true })]);
    },
  };
}

/** Whether a file is said to be taken in, in the end. */
async function readOutcome(page: Page): Promise<boolean> {
  const until = performance.now() + PATIENCE;
  while (performance.now() < until) {
    const said = await page.$eval('.accounts-outcome', ({ textContent }) => textContent ?? '');
    if (/posts read|imported/.test(said)) return /posts read/.test(said);
    await rest(20);
  }
  throw new Error('nothing is said of the file');
}

/** Of the posts some are no more, some are edited, also on the last page, and some are new. */
function changed(views: readonly View[]): readonly View[] {
  const gone = new Set([5, 6, 120]);
  const edited = new Set([10, 130, 230]);
  const kept = views.flatMap((view, index) => (gone.has(index) ? [] : edited.has(index) ? [edit(view)] : [view]));
  const [first = fail('a post')] = views;
  const added = [3, 2, 1].map(
    (number): View => ({ ...first, uri: first.uri.replace(/[^/]+$/, keyOf(READ + number)) as View['uri'] }),
  );
  return [...added, ...kept];
}

function edit(view: View): View {
  const text = `${view.record.text.slice(0, 250)} (edited)`;
  return { ...view, cid: `${view.cid.slice(0, -4)}aaaa`, record: { ...view.record, text } };
}

function repositoryOf() {
  const posts = recordsOf(generateFeed(IMPORTED, 2).feed).map(({ key, record }) => [POSTS + key, record] as const);
  return Object.fromEntries([[PROFILE, carProfile], ...posts]);
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function fail(missing: string): never {
  throw new Error(`${missing} is missing`);
}
