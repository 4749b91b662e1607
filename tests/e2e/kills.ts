import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Feed } from '../../core/model/feed.ts';
import type { BrowserName } from '../../scripts/browsers/find.ts';
import { type Started, startBrowser } from '../../scripts/browsers/launch.ts';
import { serveSite } from '../../scripts/site/serve.ts';
import { copyExtension, SEAM_PAGE } from '../bench/extension-copy.ts';
import { generateFeed } from '../bench/generated-feed.ts';
import { createRandom } from '../bench/gold.ts';
import { readState, timeChange, untilStored } from '../bench/library-driver.ts';
import type { DatabaseDump, Inspection, LibrarySeam } from '../bench/library-seam.ts';
import { killBrowser } from './kill-browser.ts';
import { stopBackground, untilRegistered } from './stop-background.ts';

/** What the library is killed at. */
export const ACTS = ['first seeding', 'new index', 'adding', 'removing', 'migration'] as const;
export type Act = (typeof ACTS)[number];

/** What a library holds: the version of its bundled index, and a digest of each feed. */
export type Holding = Pick<Inspection, 'bundle' | 'feeds'>;

/** What was found after a kill. */
export interface Found {
  /** How it was killed, and after how many milliseconds. */
  readonly how: string;
  readonly holds: Holding;
  readonly faults: readonly string[];
}

export interface Victim {
  /**
   * Kills the act at so many random moments. A moment that leaves the old library is followed by the next of the same
   * act, as it goes on; afterwards the act is let come to its end. It ends at the first that leaves a fault.
   */
  kill(act: Act, moments: number): Promise<readonly Found[]>;
  /** What the library may hold after a kill of such an act: the old, or the new. */
  mayHold(act: Act): readonly Holding[];
  /** What it holds at last, and what it says of itself when it is asked. */
  describe(): Promise<{ readonly holds: Holding; readonly faults: readonly string[]; readonly posts: number }>;
  close(): Promise<void>;
}

export interface VictimOptions {
  readonly seed: number;
  /** Posts of the bundled feed. */
  readonly size: number;
  /** Of so many kills one is of the whole browser; the others are of the background, or of the page that writes. */
  readonly browserEvery: number;
}

interface Contents {
  readonly bundled: Feed;
  /** What the bundled feed is in the next version of the extension. */
  readonly next: Feed;
  readonly added: Feed;
}

/** Starts a browser with a profile that outlives it, and a copy of the extension whose library may be killed. */
export async function createVictim(name: BrowserName, options: VictimOptions): Promise<Victim> {
  const { seed, size, browserEvery } = options;
  const random = createRandom(seed);
  const contents = makeContents(size);
  const { bundled, next, added } = contents;
  const dump = JSON.parse(await readFile(VERSION_1, 'utf8')) as DatabaseDump;
  const [copy, site, profile] = await Promise.all([copyExtension(), serveSite(() => null), makeProfile()]);
  await copy.addFeed('added', added);
  const versions = { bundled: await copy.bundle([next]), next: '' };
  versions.next = versions.bundled;
  versions.bundled = await copy.bundle([bundled]);
  let holdsNext = false;
  let kills = 0;
  /** Milliseconds that each act took, undisturbed. */
  const lasts = new Map<Act, number>();
  let started = await start();
  let seam = await openSeam();

  const version = () => (holdsNext ? versions.next : versions.bundled);
  const bundle = () => (holdsNext ? next : bundled);
  const holding = (feeds: readonly Feed[], of: string | null = version()): Holding => ({
    bundle: of,
    feeds: Object.fromEntries(feeds.map((feed) => [feed.id, digestOf(feed)])),
  });

  async function start(): Promise<Started> {
    const browser = await startBrowser(name, site.port, { withExtension: false, built: copy.built, profile });
    await browser.install();
    return browser;
  }

  async function openSeam(): Promise<Page> {
    const page = await started.openExtensionPage(SEAM_PAGE);
    // Firefox lets no driver wait for a function in an extension's page.
    while (!(await page.evaluate(() => Reflect.has(globalThis, 'seam'))))
      await new Promise((resolve) => setTimeout(resolve, 20));
    return page;
  }

  function inspect(): Promise<Inspection> {
    return seam.evaluate(() => (Reflect.get(globalThis, 'seam') as LibrarySeam).inspect());
  }

  /** Makes the library what it is before the act, without anybody in the way. */
  async function prepare(act: Act): Promise<void> {
    if (act === 'first seeding' || act === 'migration') {
      await stopBackground(started);
      if (act === 'first seeding') await timeChange(seam, 'deleteLibrary');
      else await seam.evaluate((given) => (Reflect.get(globalThis, 'seam') as LibrarySeam).putDatabase(given), dump);
      return;
    }
    await untilStored(seam, version(), PATIENCE);
    if (act === 'adding') return void (await timeChange(seam, 'removeFeed', added.id));
    await timeChange(seam, 'putFeed', 'added');
    if (act !== 'new index') return;
    holdsNext = !holdsNext;
    await copy.bundle([bundle()]);
  }

  /** Begins the act, or goes on with it, and does not wait for its end. */
  async function begin(act: Act, isNew: boolean): Promise<void> {
    if (act === 'adding') return send(() => void seamOf().putFeed('added'));
    if (act === 'removing') return send((id) => void seamOf().removeFeed(id), added.id);
    if (act === 'new index' && isNew) return update();
    await send(
      () =>
        void apiOf()
          .runtime.sendMessage({ name: 'readLibraryState', request: {} })
          .catch(() => null),
    );
  }

  /** Closes the extension's pages. */
  async function update(): Promise<void> {
    await started.install();
    seam = await openSeam();
    await untilRegistered(seam);
  }

  function send(what: (argument: string) => void, argument = ''): Promise<void> {
    const helpers = `const seamOf = () => globalThis.seam; const apiOf = () => globalThis.browser ?? globalThis.chrome;`;
    return seam.evaluate(`{ ${helpers} (${what})(${JSON.stringify(argument)}); }`) as Promise<void>;
  }

  async function isDone(act: Act): Promise<boolean> {
    const { bundle: stored, feeds } = await inspect();
    if (act === 'adding') return added.id in feeds;
    return act === 'removing' ? !(added.id in feeds) : stored === version();
  }

  /** Lets an act come to its end. */
  async function finish(act: Act): Promise<void> {
    if (act === 'adding') await timeChange(seam, 'putFeed', 'added');
    else if (act === 'removing') await timeChange(seam, 'removeFeed', added.id);
    else await untilStored(seam, version(), PATIENCE);
  }

  async function timeUndisturbed(act: Act): Promise<number> {
    await prepare(act);
    const from = performance.now();
    await begin(act, true);
    await finish(act);
    return performance.now() - from;
  }

  async function killOnce(act: Act, isNew: boolean): Promise<string> {
    const length = lasts.get(act) ?? (await timeUndisturbed(act));
    lasts.set(act, length);
    const after = Math.round(random() * length);
    if (isNew) await prepare(act);
    await begin(act, isNew);
    await new Promise((resolve) => setTimeout(resolve, after));
    kills += 1;
    const isWhole = kills % browserEvery === 0;
    await (isWhole ? restart() : killWriter(act));
    return `${isWhole ? 'browser' : 'writer'} after ${after} of ${Math.round(length)} ms`;
  }

  async function restart(): Promise<void> {
    await killBrowser(started, profile);
    started = await start();
    await stopBackground(started);
    seam = await openSeam();
  }

  async function killWriter(act: Act): Promise<void> {
    if (act !== 'adding' && act !== 'removing') return stopBackground(started);
    await seam.close();
    seam = await openSeam();
  }

  await untilStored(seam, version(), PATIENCE);
  return {
    async kill(act, moments) {
      const found: Found[] = [];
      for (let isNew = true; found.length < moments; ) {
        const how = await killOnce(act, isNew);
        const { bundle: stored, feeds, faults } = await inspect();
        found.push({ how, holds: { bundle: stored, feeds }, faults });
        // What is damaged may never come to an end.
        if (faults.length > 0) return found;
        isNew = await isDone(act);
      }
      await finish(act);
      return found;
    },
    mayHold(act) {
      if (act === 'first seeding' || act === 'migration') return [holding([], null), holding([bundle()])];
      if (act !== 'new index') return [holding([bundle()]), holding([bundle(), added])];
      return [holding([bundled, added], versions.bundled), holding([next, added], versions.next)];
    },
    async describe() {
      const { bundle: stored, feeds, faults } = await inspect();
      // What was changed by a page is read anew by the background when it starts.
      await stopBackground(started);
      const state = await readState(seam);
      const posts = (state?.feeds ?? []).reduce((sum, feed) => sum + feed.posts, 0);
      return { holds: { bundle: stored, feeds }, faults, posts };
    },
    async close() {
      await started.browser.close();
      site.close();
      await copy.remove();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** The reader's feed is so many times smaller than the bundled one. */
export const ADDED_SHARE = 5;
/** Milliseconds in which a change comes to its end. */
const PATIENCE = 30_000;
const VERSION_1 = new URL('../entrypoints/background/version-1.json', import.meta.url);

function makeProfile(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'ifg-gloss-profile-'));
}

function makeContents(size: number): Contents {
  const bundled = generateFeed(size, 1).feed;
  return {
    bundled,
    next: { ...generateFeed(size, 3).feed, id: bundled.id },
    added: generateFeed(size / ADDED_SHARE, 2).feed,
  };
}

/** As the seam makes it. */
function digestOf({ posts, threads, recommendations, publications }: Feed): string {
  return createHash('sha256')
    .update(JSON.stringify([posts, threads, recommendations, publications]))
    .digest('hex');
}

/** Stand for what a function that travels to a page finds there. */
declare function seamOf(): LibrarySeam;
declare function apiOf(): { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };
