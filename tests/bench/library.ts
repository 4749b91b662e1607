import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { findTab } from '../../scripts/browsers/extension-pages.ts';
import type { BrowserName } from '../../scripts/browsers/find.ts';
import { serveSite } from '../../scripts/site/serve.ts';
import { stopBackground } from '../e2e/stop-background.ts';
import { readMemory } from './background-memory.ts';
import { copyExtension, type ExtensionCopy } from './extension-copy.ts';
import { type Generated, generateFeed } from './generated-feed.ts';
import { BROWSED, type Browsed, browsingIn } from './library-browsing.ts';
import {
  type Driver,
  readDisk,
  startDriver,
  timeAsked,
  timeAskedInPage,
  timeChange,
  timeMarks,
  timePopup,
  timeWaking,
  untilStored,
} from './library-driver.ts';
import { libraryPages } from './library-pages.ts';
import { type Questions, questionsFor } from './library-questions.ts';
import { countDropped, timeLibraryPage } from './library-scroll.ts';
import { median } from './measure.ts';

/**
 * `npm run bench:library`: what a library of a size costs in the built extension, in Chromium and then Firefox, or in
 * Firefox alone with `--firefox` and Chromium alone with `--chrome`. Each library is the bundled index of a copy of the
 * extension, so that it is stored as it is at readers'. Before each question the background is stopped, and it is made
 * sure that it was. A figure is the median of the rounds; look-ups are of as many different questions, some of each from
 * a stopped background. Ends with 1 where the largest size, if that is 100,000, misses a target.
 */
interface Row {
  readonly name: string;
  readonly unit: 'ms' | 'MB' | '%';
  /** What it is to stay below with 100,000 posts. */
  readonly target?: Readonly<Record<BrowserName, number>>;
  /** How many times that of 30 posts it may be. */
  readonly growth?: number;
}

/** Gives a figure for each of its rows. */
interface Measurement {
  readonly rows: readonly Row[];
  measure(of: Library): Promise<readonly number[]>;
}

/** What is measured. */
interface Library {
  readonly driver: Driver;
  readonly questions: Questions;
  readonly browsing: ReturnType<typeof browsingIn>;
  readonly version: string;
  readonly count: number;
  readonly rounds: number;
}

interface Figure {
  readonly row: string;
  readonly count: number;
  readonly value: number;
}

const TARGET_SIZE = 100_000;
const SMALLEST = 30;
const LATEST_POSTS = 100;
/** Look-ups from a stopped background take their time where a library is slow to open. */
const LOOK_UPS = 40;
const LOOK_UP_TIME = 60_000;

const MEASUREMENTS: readonly Measurement[] = [
  {
    rows: [{ name: 'waking alone', unit: 'ms' }],
    measure: async (of) => [median(await stoppedBefore(of, ({ seam }) => timeWaking(seam)))],
  },
  {
    rows: [
      { name: 'first mark of 200 links', unit: 'ms' },
      { name: 'last mark of 200 links', unit: 'ms' },
    ],
    measure: async (of) => {
      const marks = await stoppedBefore(of, timeMarks);
      return [median(marks.map(({ first }) => first)), median(marks.map(({ last }) => last))];
    },
  },
  {
    rows: [{ name: '20 addresses', unit: 'ms', target: { chrome: 100, firefox: 150 }, growth: 2 }],
    measure: async (of) => {
      const request = { links: of.questions.links, kind: 'link', isFirst: false } as const;
      return [median(await stoppedBefore(of, (driver) => timeAskedInPage(driver, 'resolveLinks', request)))];
    },
  },
  {
    rows: [{ name: 'card of the most popular report', unit: 'ms', target: { chrome: 100, firefox: 100 } }],
    measure: async (of) => {
      const request = { ...of.questions.popular, isFirst: false };
      return [median(await stoppedBefore(of, (driver) => timeAskedInPage(driver, 'describeLink', request)))];
    },
  },
  { rows: [{ name: 'popup to its first content', unit: 'ms' }], measure: async (of) => [median(await openPopups(of))] },
  {
    rows: [
      { name: 'look-up, stopped before, p50', unit: 'ms' },
      { name: 'look-up, stopped before, p95', unit: 'ms', target: { chrome: 50, firefox: 50 } },
    ],
    measure: async (of) => quantiles(await lookUps(of, stopBackground)),
  },
  {
    rows: [
      { name: 'look-up, running, p50', unit: 'ms' },
      { name: 'look-up, running, p95', unit: 'ms' },
    ],
    measure: async (of) => quantiles(await lookUps(of, null)),
  },
  {
    rows: [
      { name: 'search, running, p50', unit: 'ms' },
      { name: 'search, running, p95', unit: 'ms', target: { chrome: 50, firefox: 50 } },
    ],
    measure: async (of) => quantiles(await searches(of)),
  },
  ...BROWSED.map(browsing),
  {
    rows: [{ name: 'library page to its first content', unit: 'ms' }],
    measure: async ({ driver: { started }, rounds }) => [median(await repeat(rounds, () => timeLibraryPage(started)))],
  },
  {
    rows: [{ name: 'frames dropped while hits are scrolled', unit: '%' }],
    measure: async ({ driver: { started }, rounds }) => [median(await repeat(rounds, () => countDropped(started)))],
  },
  {
    rows: [{ name: 'memory after all of it', unit: 'MB', target: { chrome: 30, firefox: 30 } }],
    measure: async (of) => [await readMemoryAfterAll(of)],
  },
  {
    rows: [{ name: 'on disk', unit: 'MB' }],
    measure: async ({ driver }) => [(await readDisk(driver.seam)) / 1e6],
  },
  {
    rows: [{ name: 'adding 100 posts', unit: 'ms', target: { chrome: 1000, firefox: 1000 } }],
    measure: async ({ driver: { seam }, rounds }) => {
      await timeChange(seam, 'putFeed', 'other');
      return [median(await repeat(rounds, (round) => timeChange(seam, 'addPosts', `latest-${round}`)))];
    },
  },
  {
    rows: [{ name: 'removing a feed of a tenth', unit: 'ms' }],
    measure: async (of) => [median(await removeFeeds(of))],
  },
  // The last one: it begins with an empty library.
  { rows: [{ name: 'first seeding', unit: 'ms' }], measure: async (of) => [median(await seedAnew(of))] },
];

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    rounds: { type: 'string', default: '7' },
    sizes: { type: 'string', default: '30,1000,10000,100000' },
    only: { type: 'string', default: '' },
    firefox: { type: 'boolean' },
    chrome: { type: 'boolean' },
  },
});
const measurements = MEASUREMENTS.filter((each) => each.rows.some(({ name }) => name.includes(values.only)));
const rows = measurements.flatMap((each) => each.rows);
const sizes = values.sizes.split(',').map(Number);
const names: readonly BrowserName[] = values.firefox ? ['firefox'] : values.chrome ? ['chrome'] : ['chrome', 'firefox'];
const results: { browser: string; version: string; figures: readonly Figure[]; missed: readonly string[] }[] = [];
for (const name of names) {
  const figures: Figure[] = [];
  let version = '';
  for (const count of sizes) version = await measureSize(name, count, figures);
  const missed = findMissed(name, figures);
  results.push({ browser: name, version, figures, missed });
  say(describe(version, figures, missed));
}
if (values.json) console.log(JSON.stringify({ rounds: Number(values.rounds), results }, null, 2));
process.exitCode = results.every(({ missed }) => missed.length === 0) ? 0 : 1;

/** Adds the figures of a size; gives the browser's version. */
async function measureSize(name: BrowserName, count: number, figures: Figure[]): Promise<string> {
  const generated = generateFeed(count);
  const questions = questionsFor(generated);
  const copy = await copyExtension();
  const version = await prepare(copy, generated);
  const site = await serveSite(libraryPages(questions.pageLinks, popupAddress(questions)));
  const driver = await startDriver({ name, port: site.port, built: copy.built, version });
  try {
    const browsing = browsingIn(generated.feed);
    const library = { driver, questions, browsing, version, count, rounds: Number(values.rounds) };
    for (const measurement of measurements) {
      const found = await measurement.measure(library);
      for (const [index, { name: row, unit }] of measurement.rows.entries()) {
        const value = found[index] ?? Number.NaN;
        figures.push({ row, count, value });
        process.stderr.write(`${name}, ${count} posts: ${row} ${value.toFixed(1)} ${unit}\n`);
      }
    }
    return await driver.started.browser.version();
  } finally {
    await driver.started.browser.close();
    site.close();
    await copy.remove();
  }
}

/** Lays down all feeds: the one that comes with the copy, another of a tenth, and what is added to that. */
async function prepare(copy: ExtensionCopy, { feed }: Generated): Promise<string> {
  const other = generateFeed(Math.max(LATEST_POSTS, feed.posts.length / 10), 2).feed;
  await copy.addFeed('other', other);
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const latest = generateFeed(LATEST_POSTS, 100 + round).feed;
    await copy.addFeed(`latest-${round}`, { ...latest, id: other.id });
  }
  return copy.bundle([feed]);
}

function popupAddress({ popular }: Questions): URL {
  // The pages are served over http.
  return new URL(popular.address.replace('https:', 'http:'));
}

function stoppedBefore<Answer>({ driver, rounds }: Library, ask: (driver: Driver) => Promise<Answer>) {
  return repeat(rounds, async () => {
    await stopBackground(driver.started);
    return ask(driver);
  });
}

async function repeat<Answer>(rounds: number, measure: (round: number) => Promise<Answer>): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  while (answers.length < rounds) answers.push(await measure(answers.length));
  return answers;
}

async function openPopups(of: Library): Promise<readonly number[]> {
  const { started, seam } = of.driver;
  const report = await started.browser.newPage();
  const address = popupAddress(of.questions).href;
  await report.goto(address);
  const tab = await findTab(seam, address);
  const times = await stoppedBefore(of, (driver) => timePopup(driver, tab));
  await report.close();
  return times;
}

/** From a background that was stopped, at least one for each round, and as many more as there is time for. */
async function lookUps(of: Library, before: typeof stopBackground | null): Promise<readonly number[]> {
  const { driver, questions, rounds } = of;
  const times: number[] = [];
  const start = performance.now();
  for (const asked of questions.words.slice(0, before === null ? questions.words.length : LOOK_UPS)) {
    if (times.length >= rounds && performance.now() - start > LOOK_UP_TIME) break;
    await before?.(driver.started);
    times.push(await timeAsked(driver.seam, 'lookUp', { asked, linkText: '' }));
  }
  return times;
}

/** What it takes to show one of what the library page shows, one after another. */
function browsing(browsed: Browsed): Measurement {
  const target = browsed === 'list of publications' ? { target: { chrome: 50, firefox: 50 } } : {};
  return {
    rows: [
      { name: `${browsed}, running, p50`, unit: 'ms' },
      { name: `${browsed}, running, p95`, unit: 'ms', ...target },
    ],
    async measure({ driver: { seam }, browsing }) {
      const times: number[] = [];
      for (const time of browsing[browsed]) times.push(await time(seam));
      return quantiles(times);
    },
  };
}

/** The first hits of each, and all counts; asked once before. */
async function searches({ driver: { seam }, questions }: Library): Promise<readonly number[]> {
  const times: number[] = [];
  for (const round of [0, 1]) {
    for (const request of questions.searches) {
      const time = await timeAsked(seam, 'search', request);
      if (round > 0) times.push(time);
    }
  }
  return times;
}

/** One background answers all questions, one after another. */
async function readMemoryAfterAll(of: Library): Promise<number> {
  const { driver, questions } = of;
  await stopBackground(driver.started);
  await timeMarks(driver);
  await timeAskedInPage(driver, 'resolveLinks', { links: questions.links, kind: 'link', isFirst: false });
  await timeAskedInPage(driver, 'describeLink', { ...questions.popular, isFirst: false });
  await lookUps(of, null);
  await searches(of);
  return (await readMemory(driver.started)) / 1e6;
}

async function removeFeeds({ driver: { seam }, count, rounds }: Library): Promise<readonly number[]> {
  const id = generateFeed(Math.max(LATEST_POSTS, count / 10), 2).feed.id;
  return repeat(rounds, async () => {
    await timeChange(seam, 'putFeed', 'other');
    return timeChange(seam, 'removeFeed', id);
  });
}

/** The first one was from installation on. */
async function seedAnew({ driver, version, rounds }: Library): Promise<readonly number[]> {
  const { seam, started, seeded } = driver;
  const again = await repeat(rounds - 1, async () => {
    await stopBackground(started);
    await timeChange(seam, 'deleteLibrary');
    const start = performance.now();
    await untilStored(seam, version);
    return performance.now() - start;
  });
  return [seeded, ...again];
}

/** p50 and p95. */
function quantiles(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return [0.5, 0.95].map((share) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN);
}

function figureOf(figures: readonly Figure[], row: string, count: number): number {
  return figures.find((figure) => figure.row === row && figure.count === count)?.value ?? Number.NaN;
}

/** What misses its target; only of the size for which there are targets. */
function findMissed(name: BrowserName, figures: readonly Figure[]): readonly string[] {
  return rows.flatMap((row) => {
    const value = figureOf(figures, row.name, TARGET_SIZE);
    const growth = value / figureOf(figures, row.name, SMALLEST);
    const isOver = row.target !== undefined && value > row.target[name];
    const hasGrown = row.growth !== undefined && growth > row.growth;
    const over = isOver ? [`${row.name}: ${value.toFixed(1)}, not ${row.target?.[name]} ${row.unit}`] : [];
    return hasGrown ? [...over, `${row.name}: ${growth.toFixed(1)} times that of ${SMALLEST} posts`] : over;
  });
}

function describe(version: string, figures: readonly Figure[], missed: readonly string[]): string {
  const head = `| ${version}, ${cpus().length} × ${cpus()[0]?.model} | ${sizes.map((count) => `${count.toLocaleString('en')} posts`).join(' | ')} |`;
  const line = `| --- |${' --- |'.repeat(sizes.length)}`;
  const body = rows.map(({ name, unit }) => {
    const cells = sizes.map((count) => figureOf(figures, name, count).toFixed(1));
    return `| ${name}, ${unit} | ${cells.join(' | ')} |`;
  });
  return [head, line, ...body, ...missed.map((each) => `✗ ${each}`), ''].join('\n');
}

function say(text: string): void {
  if (!values.json) console.log(text);
}
