import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Started } from '../../scripts/browsers/launch.ts';
import { startBrowser } from '../../scripts/browsers/launch.ts';
import { serveSite } from '../../scripts/site/serve.ts';
import { median, type OwnTime, traceOwnTime, type Visit, visit } from './measure.ts';
import { benchPages, pageAddress } from './pages.ts';

/**
 * `npm run bench`: what the built extension costs a page, against the same browser without it: Chromium, or Firefox
 * with `--firefox`, which gives fewer figures. Rounds alternate between the two, so that what else the machine does
 * falls on both, and each round starts both anew, for two browsers without the extension differ by some milliseconds
 * as long as they run. A figure is the median of the rounds' differences. `--against FOLDER`: against another build, as
 * `.output` has one, in place of none.
 */
interface Case {
  readonly name: string;
  readonly links: number;
  readonly toIfg: number;
  readonly action: string | null;
  /** What it is to stay below, by what the case measures. */
  readonly limits: Readonly<Partial<Record<keyof Figures, number>>>;
}

interface Figures {
  /** Milliseconds of main thread more. */
  readonly added: number;
  /** The same as a share of the time without the extension that the action takes, in percent of ten seconds. */
  readonly share: number;
  /** Milliseconds that the extension's own scripts take, all together and in the longest run. */
  readonly own: number;
  readonly longest: number;
  /** What those of the build that it is compared with take, all together. */
  readonly ownBefore: number;
  readonly markedAfter: number;
  readonly shift: number;
  /** Megabytes more. */
  readonly memory: number;
  /** Frames lost, of those without the extension. */
  readonly framesLost: number;
}

/** What the rounds measured on either side, in their order. */
interface Visits {
  readonly without: Visit[];
  readonly withIt: Visit[];
}

const CASES: readonly Case[] = [
  {
    name: '5,000 links, 250 to IfG',
    links: 5000,
    toIfg: 250,
    action: null,
    limits: { added: 25, longest: 16, markedAfter: 100, shift: 0 },
  },
  {
    name: '20,000 links, 400 to IfG',
    links: 20_000,
    toIfg: 400,
    action: null,
    limits: { added: 60, longest: 16, markedAfter: 200, shift: 0 },
  },
  { name: '50,000 links, none to IfG', links: 50_000, toIfg: 0, action: null, limits: { added: 10, memory: 0.3 } },
  {
    name: '2,000 rows appended to 5,000',
    links: 5000,
    toIfg: 250,
    action: 'append',
    limits: { added: 10, longest: 16 },
  },
  {
    // Own scripts are to take no longer than on the smaller page; the frame that the last marks need is the page's.
    name: '2,000 rows appended to 20,000',
    links: 20_000,
    toIfg: 400,
    action: 'append',
    limits: { own: 10, longest: 16 },
  },
  {
    name: '3,000 rows built from the outside in',
    links: 100,
    toIfg: 0,
    action: 'build',
    limits: { longest: 16 },
  },
  { name: '1,000 nodes a second for 10 s', links: 100, toIfg: 0, action: 'churn', limits: { share: 1 } },
  { name: '200 addresses written a frame', links: 1000, toIfg: 0, action: 'rewrite', limits: { framesLost: 0.02 } },
  { name: 'a page without IfG links', links: 100, toIfg: 0, action: null, limits: { added: 10, memory: 0.3 } },
];

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    rounds: { type: 'string', default: '9' },
    only: { type: 'string' },
    firefox: { type: 'boolean' },
    against: { type: 'string' },
  },
});
/** What the build is compared with: nothing, or another build, of which no limits are known. */
const OTHER_SIDE =
  values.against === undefined ? { withExtension: false } : { built: pathToFileURL(`${resolve(values.against)}/`) };
const rounds = Number(values.rounds);
const TRACES = 5;
const browserName = values.firefox ? 'firefox' : 'chrome';
const cases = CASES.filter(({ name }) => values.only === undefined || name.includes(values.only));
const site = await serveSite(benchPages);
const measured = new Map(cases.map((each) => [each, makeVisits()]));
let version = '';
for (let round = 0; round < rounds; round += 1) await runRound(round);
say(`${version}, ${cpus().length} × ${cpus()[0]?.model}, medians of ${rounds} rounds\n`);
const results = [];
const last = await startBrowser(browserName, site.port, { keepsLeftPages: false });
const other =
  'built' in OTHER_SIDE ? await startBrowser(browserName, site.port, { ...OTHER_SIDE, keepsLeftPages: false }) : null;
for (const [each, visits] of measured) {
  const figures = await sumUp(each, visits, last, other);
  results.push({ ...each, figures, isMet: isMet(each, figures) });
  say(formatRow(each, figures));
}
for (const started of [last, other]) await started?.browser.close();
site.close();
if (values.json) console.log(JSON.stringify({ version, rounds, results }, null, 2));
process.exitCode = results.every((result) => result.isMet) ? 0 : 1;

function makeVisits(): Visits {
  return { without: [], withIt: [] };
}

/** Every second round begins with the extension. */
async function runRound(round: number): Promise<void> {
  const without = await startBrowser(browserName, site.port, { ...OTHER_SIDE, keepsLeftPages: false });
  const withIt = await startBrowser(browserName, site.port, { keepsLeftPages: false });
  version = await withIt.browser.version();
  for (const [{ links, toIfg, action }, visits] of measured) {
    const address = pageAddress(links, toIfg);
    // The first visit warms up caches and the background; it is not counted.
    for (const { browser } of [without, withIt]) await visit(browser, address, action === 'churn' ? null : action);
    const sides = [
      async () => visits.without.push(await visit(without.browser, address, action)),
      async () => visits.withIt.push(await visit(withIt.browser, address, action)),
    ];
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) await side();
  }
  for (const { browser } of [without, withIt]) await browser.close();
}

async function sumUp(
  { links, toIfg, action }: Case,
  visits: Visits,
  started: Started,
  other: Started | null,
): Promise<Figures> {
  const { without, withIt } = visits;
  const difference = (of: keyof Visit) => median(withIt.map((each, round) => each[of] - (without[round]?.[of] ?? 0)));
  const watched = toIfg === 0 || action !== null ? [] : await watchMarks(started, links, toIfg);
  const [traced = [], tracedBefore = []] = await traceRounds([started, other], pageAddress(links, toIfg), action);
  const frames = median(without.map(({ result }) => result));
  return {
    added: difference('busy'),
    share: difference('busy') / 100,
    own: median(traced.map(({ total }) => total)),
    longest: median(traced.map(({ longest }) => longest)),
    ownBefore: median(tracedBefore.map(({ total }) => total)),
    markedAfter: median(watched),
    shift: difference('shift'),
    memory: difference('heap') / 2 ** 20,
    framesLost: frames === 0 ? 0 : -difference('result') / frames,
  };
}

/** Of each browser that there is, in turn. */
async function traceRounds(
  all: readonly (Started | null)[],
  address: string,
  action: string | null,
): Promise<readonly (readonly OwnTime[])[]> {
  const traced = all.map((): OwnTime[] => []);
  // Firefox gives no trace.
  for (let round = 0; round < TRACES && !values.firefox; round += 1)
    for (const [place, started] of all.entries())
      if (started !== null) traced[place]?.push(await traceOwnTime(started.browser, address, action));
  return traced;
}

/** How long after load the last mark came; fails where not all of them came. */
async function watchMarks({ browser }: Started, links: number, toIfg: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { marks, markedAfter } = await visit(browser, pageAddress(links, toIfg, true), null);
    if (marks !== toIfg) throw new Error(`${marks} marks on a page of ${toIfg} links to IfG`);
    times.push(markedAfter);
  }
  return times;
}

function isMet({ limits }: Case, figures: Figures): boolean {
  if (values.against !== undefined) return true;
  // A figure that the browser does not give is neither met nor missed.
  return Object.entries(limits).every(([name, limit]) => !(figures[name as keyof Figures] > limit));
}

function formatRow(each: Case, figures: Figures): string {
  const of = (name: keyof Figures, unit: string, digits: number) => {
    const limit = values.against === undefined ? each.limits[name] : undefined;
    if (Number.isNaN(figures[name])) return '–';
    return `${figures[name].toFixed(digits)}${unit}${limit === undefined ? '' : ` (≤ ${limit})`}`;
  };
  const parts = [`main thread +${of('added', ' ms', 1)}`, `own scripts ${of('own', ' ms', 1)}`];
  if (values.against !== undefined) parts.push(`for ${of('ownBefore', ' ms', 1)}`);
  if ('share' in each.limits) parts.push(of('share', '% of the time', 2));
  if ('longest' in each.limits) parts.push(`longest task ${of('longest', ' ms', 1)}`);
  if ('markedAfter' in each.limits) parts.push(`marked after ${of('markedAfter', ' ms', 0)}`);
  if ('shift' in each.limits) parts.push(`shift ${of('shift', '', 3)}`);
  if ('memory' in each.limits) parts.push(`memory +${of('memory', ' MB', 2)}`);
  if ('framesLost' in each.limits) parts.push(`frames lost ${of('framesLost', '', 3)}`);
  return `${isMet(each, figures) ? '✓' : '✗'} ${each.name.padEnd(32)} ${parts.join('  ')}`;
}

function say(line: string): void {
  if (!values.json) console.log(line);
}
