import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { BrowserName } from '../../scripts/browsers/find.ts';
import { startBrowser } from '../../scripts/browsers/launch.ts';
import { serveSite } from '../../scripts/site/serve.ts';
import { likeOf, makeCar, POSTS, PROFILE, profile } from '../core/sources/car/made-car.ts';
import { askFrom, readToEnd, setNetwork } from '../network/extension-driver.ts';
import { ACCOUNT, recordsOf, serveAccount, viewsOf } from './accounts-server.ts';
import { readMemory } from './background-memory.ts';
import { generateFeed } from './generated-feed.ts';
import { median } from './measure.ts';

/**
 * `npm run bench:accounts`: what it costs to read an account of 10,000 posts, all of which are kept, from the network (a
 * stand-in for the AppView on this machine) and from a repository's file with 20,000 likes; how soon the background answers the
 * popup meanwhile, and what it holds afterwards. In Chromium and then Firefox, or in one of them with `--chrome` or
 * `--firefox`; `--posts` for another size, `--json` for the figures as JSON.
 */
const { values } = parseArgs({
  options: {
    chrome: { type: 'boolean' },
    firefox: { type: 'boolean' },
    posts: { type: 'string', default: '10000' },
    json: { type: 'boolean' },
  },
});
const TARGETS: Readonly<Record<string, number>> = {
  'by network, s': 60,
  'by file, s': 5,
  'an answer to the popup meanwhile, p50, ms': 100,
  'memory of the background afterwards, MB': 60,
};
const PATIENCE = 300_000;

const count = Number(values.posts);
const { feed } = generateFeed(count);
const server = await serveAccount(viewsOf(feed));
const folder = await mkdtemp(join(tmpdir(), 'ifg-gloss-bench-'));
const car = join(folder, 'repo.car');
await writeFile(car, makeCar(repositoryOf()));
const site = await serveSite(() => null);
const names: readonly BrowserName[] = values.firefox ? ['firefox'] : values.chrome ? ['chrome'] : ['chrome', 'firefox'];
const results: { readonly version: string; readonly figures: Readonly<Record<string, number>> }[] = [];
for (const name of names) results.push(await measure(name));
server.stop();
site.close();
await rm(folder, { recursive: true });
if (values.json) console.log(JSON.stringify(results));
else print();
process.exit(0);

async function measure(name: BrowserName) {
  const started = await startBrowser(name, site.port);
  const version = await started.browser.version();
  const page = await started.openExtensionPage('library.html?view=accounts');
  await setNetwork(page, server.address);
  const before = server.requests();
  await askFrom(page, 'addAccount', { did: ACCOUNT, keep: 'all' });
  const network = await timeReading(page);
  const requests = server.requests() - before;
  const memory = await readMemory(started);
  await askFrom(page, 'removeAccount', { did: ACCOUNT });
  const field = (await page.waitForSelector('.accounts-drop input[type=file]')) as ElementHandle<HTMLInputElement>;
  const start = performance.now();
  await field.uploadFile(car);
  while ((await readToEnd(page, PATIENCE)).accounts.every(({ posts }) => posts === 0)) await rest(20);
  const file = (performance.now() - start) / 1000;
  await started.browser.close();
  const figures = {
    'by network, s': network.seconds,
    'requests of that': requests,
    'by file, s': file,
    'an answer to the popup meanwhile, p50, ms': median(network.answers),
    'the slowest of these, ms': Math.max(...network.answers),
    'memory of the background afterwards, MB': memory / 1e6,
  };
  return { version, figures };
}

/** Asks what the popup asks while an account is read, again and again. */
async function timeReading(page: Page): Promise<{ readonly seconds: number; readonly answers: readonly number[] }> {
  const start = performance.now();
  const answers: number[] = [];
  for (;;) {
    const asked = performance.now();
    await askFrom(page, 'lookUp', { asked: 'procurement', linkText: '' });
    answers.push(performance.now() - asked);
    const { accounts } = await askFrom(page, 'readAccounts', {});
    if (accounts.length > 0 && accounts.every(({ reading }) => reading === null)) break;
    if (performance.now() - start > PATIENCE) throw new Error(JSON.stringify(accounts));
    await rest(200);
  }
  return { seconds: (performance.now() - start) / 1000, answers };
}

/** The records as a repository, with twice as many likes. */
function repositoryOf() {
  const likes = Array.from(
    { length: 2 * count },
    (_, index) => [`app.bsky.feed.like/${index}`, likeOf(index)] as const,
  );
  const posts = recordsOf(feed).map(({ key, record }) => [POSTS + key, record] as const);
  return Object.fromEntries([[PROFILE, profile] as const, ...posts, ...likes]);
}

function print(): void {
  console.log(
    `| ${count} posts, 2 × ${cpus()[0]?.model.trim()} | ${results.map(({ version }) => version).join(' | ')} | target |`,
  );
  console.log(`| --- |${' --- |'.repeat(results.length + 1)}`);
  for (const row of Object.keys(results[0]?.figures ?? {}))
    console.log(
      `| ${row} | ${results.map(({ figures }) => (figures[row] ?? 0).toFixed(1)).join(' | ')} | ${TARGETS[row] ?? ''} |`,
    );
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
