import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { AccountsState } from '../../core/protocol/accounts.ts';
import type { BrowserName } from '../../scripts/browsers/find.ts';
import { type Started, startBrowser } from '../../scripts/browsers/launch.ts';
import { demoPages, PLAIN_ADDRESS } from '../../scripts/site/demo-pages.ts';
import { serveSite } from '../../scripts/site/serve.ts';
import { likeOf, makeCar, POSTS, PROFILE, profile } from '../core/sources/car/made-car.ts';
import { closeView, openToolbarButton, readDrawing } from '../e2e/views.ts';
import { askFrom, readToEnd, setNetwork } from '../network/extension-driver.ts';
import { ACCOUNT, recordsOf, serveAccount, viewsOf } from './accounts-server.ts';
import { readMemory } from './background-memory.ts';
import { generateFeed } from './generated-feed.ts';
import { median, wait } from './measure.ts';

/**
 * `npm run bench:accounts`: what it costs to read an account of 10,000 posts from the network (a stand-in for the AppView on
 * this machine), all of which are kept or those that speak of reports, and from a repository's file with 20,000 likes; how soon
 * the background answers the popup meanwhile and the popup itself is drawn, and what the background holds afterwards. In
 * Chromium and then Firefox, or in one of them with `--chrome` or `--firefox`; `--file` for the file alone, `--posts` and
 * `--likes` for other sizes, `--json` for the figures as JSON.
 */
const { values } = parseArgs({
  options: {
    chrome: { type: 'boolean' },
    firefox: { type: 'boolean' },
    posts: { type: 'string', default: '10000' },
    likes: { type: 'string' },
    file: { type: 'boolean' },
    json: { type: 'boolean' },
  },
});
const TARGETS: readonly (readonly [end: string, target: number])[] = [
  ['by network, s', 60],
  ['by file, s', 5],
  ['an answer to the popup meanwhile, p50, ms', 100],
  ['background afterwards, MB', 60],
];
const PATIENCE = 600_000;
/** Milliseconds between a popup and the next. */
const POPUP_EVERY = 2000;

const IDLE_POPUPS = 9;

type Figures = Record<string, number>;

const count = Number(values.posts);
const likes = Number(values.likes ?? 2 * count);
const { feed } = generateFeed(count);
const server = await serveAccount(viewsOf(feed));
const folder = await mkdtemp(join(tmpdir(), 'ifg-gloss-bench-'));
const car = join(folder, 'repo.car');
await writeFile(car, makeCar(repositoryOf()));
const site = await serveSite(demoPages);
const names: readonly BrowserName[] = values.firefox ? ['firefox'] : values.chrome ? ['chrome'] : ['chrome', 'firefox'];
const results: { readonly version: string; readonly figures: Figures }[] = [];
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
  const front = await started.browser.newPage();
  await front.goto(PLAIN_ADDRESS);
  const meanwhile = { ask: page, openPopup: () => timePopup(started, front, page) };
  const idle: number[] = [];
  while (idle.length < IDLE_POPUPS) idle.push(await meanwhile.openPopup());
  const figures: Figures = { 'the popup’s first content while nothing is read, p50, ms': median(idle) };
  for (const keep of values.file ? [] : (['all', 'reports'] as const)) {
    const before = server.requests();
    await askFrom(page, 'addAccount', { did: ACCOUNT, keep });
    const { accounts, ...network } = await timeWork(meanwhile);
    Object.assign(figures, {
      [`${keep}: by network, s`]: network.seconds,
      [`${keep}: requests of that`]: server.requests() - before,
      [`${keep}: posts kept`]: accounts[0]?.posts ?? 0,
      ...sayAnswers(`${keep}: `, network),
      [`${keep}: memory of the background afterwards, MB`]: (await readMemory(started)) / 1e6,
    });
    await askFrom(page, 'removeAccount', { did: ACCOUNT });
  }
  const field = (await page.waitForSelector('.accounts-drop input[type=file]')) as ElementHandle<HTMLInputElement>;
  await page.bringToFront();
  await field.uploadFile(car);
  const seconds = await timeFile(page);
  await askFrom(page, 'removeAccount', { did: ACCOUNT });
  const again = (await page.waitForSelector('.accounts-drop input[type=file]')) as ElementHandle<HTMLInputElement>;
  await again.uploadFile(car);
  const asked = await timeWork(meanwhile);
  Object.assign(figures, {
    'size of the file, MB': (await stat(car)).size / 1e6,
    'by file, s': seconds,
    'by file while the popup asks, s': asked.seconds,
    ...sayAnswers('file: ', asked),
  });
  await started.browser.close();
  return { version, figures };
}

interface Worked {
  readonly seconds: number;
  /** Milliseconds of each answer, and until each popup's first content. */
  readonly answers: readonly number[];
  readonly popups: readonly number[];
}

function sayAnswers(what: string, { answers, popups }: Worked): Figures {
  return {
    [`${what}an answer to the popup meanwhile, p50, ms`]: median(answers),
    [`${what}the slowest of these, ms`]: Math.max(...answers),
    [`${what}the popup’s first content meanwhile, p50, ms`]: median(popups),
    [`${what}the slowest of these popups, ms`]: Math.max(...popups),
  };
}

/** Seconds until the page says that a file's posts are the library's, while nobody asks for anything else. */
async function timeFile(page: Page): Promise<number> {
  const start = performance.now();
  await page.evaluate(async () => {
    const isDone = () => document.querySelector('.accounts-done, .accounts-trouble') !== null;
    await new Promise<void>((resolve) => {
      const look = () => isDone() && resolve();
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
      look();
    });
  });
  const seconds = (performance.now() - start) / 1000;
  const { accounts } = await readToEnd(page, PATIENCE);
  if (accounts.every(({ posts }) => posts === 0)) throw new Error('the file’s posts are not the library’s');
  return seconds;
}

interface Meanwhile {
  readonly ask: Page;
  readonly openPopup: () => Promise<number>;
}

/** Asks what the popup asks while an account is read, again and again, and opens it, until its posts are the library's. */
async function timeWork({ ask, openPopup }: Meanwhile): Promise<Worked & Pick<AccountsState, 'accounts'>> {
  const start = performance.now();
  const answers: number[] = [];
  const popups: number[] = [];
  let isRead = false;
  const opening = (async () => {
    for (; !isRead; await wait(POPUP_EVERY)) popups.push(await openPopup());
  })();
  for (;;) {
    const asked = performance.now();
    await askFrom(ask, 'lookUp', { asked: 'procurement', linkText: '' });
    answers.push(performance.now() - asked);
    const { accounts } = await askFrom(ask, 'readAccounts', {});
    const seconds = (performance.now() - start) / 1000;
    isRead = accounts.length > 0 && accounts.every(({ reading }) => reading === null);
    if (!isRead && seconds * 1000 > PATIENCE) throw new Error(JSON.stringify(accounts));
    if (isRead) await opening;
    if (isRead) return { seconds, answers, popups, accounts };
    await wait(200);
  }
}

/** Opens the popup at the toolbar, and gives the milliseconds until its first content. */
async function timePopup(started: Started, front: Page, page: Page): Promise<number> {
  await front.bringToFront();
  await openToolbarButton(started, page);
  const { drawn } = await readDrawing(page, 'popup');
  await closeView(page, 'popup');
  return drawn;
}

/** The records as a repository, with likes. */
function repositoryOf() {
  const liked = Array.from({ length: likes }, (_, index) => [`app.bsky.feed.like/${index}`, likeOf(index)] as const);
  const posts = recordsOf(feed).map(({ key, record }) => [POSTS + key, record] as const);
  return Object.fromEntries([[PROFILE, profile] as const, ...posts, ...liked]);
}

function print(): void {
  console.log(
    `| ${count} posts, ${likes} likes, 2 × ${cpus()[0]?.model.trim()} | ${results.map(({ version }) => version).join(' | ')} | target |`,
  );
  console.log(`| --- |${' --- |'.repeat(results.length + 1)}`);
  for (const row of Object.keys(results[0]?.figures ?? {}))
    console.log(
      `| ${row} | ${results.map(({ figures }) => (figures[row] ?? 0).toFixed(1)).join(' | ')} | ${TARGETS.find(([end]) => row.endsWith(end))?.[1] ?? ''} |`,
    );
}
