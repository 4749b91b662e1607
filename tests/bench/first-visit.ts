import { rm, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Started, startBrowser } from '../../scripts/browsers/launch.ts';
import { serveSite } from '../../scripts/site/serve.ts';
import { copyBuilt } from '../copy-built.ts';
import { median, wait } from './measure.ts';
import { readPageTime } from './meters.ts';
import { benchPages, pageAddress } from './pages.ts';

/**
 * `npm run bench:first-visit`: what the built extension costs the first page of a fresh process, in Chromium on Linux, where nothing
 * is warm: against the same browser without it, and against an extension whose script in pages is empty, which is the
 * least that any costs. Each visit is to a site of its own, so that the browser gives it a process of its own. A figure is the
 * median over all visits of the processor time that main threads of processes for pages took.
 */
const SIDES = ['none', 'empty', 'ours'] as const;
type Side = (typeof SIDES)[number];

const CASES = [
  { name: 'a page without IfG links', links: 100, toIfg: 0 },
  { name: '5,000 links, none to IfG', links: 5000, toIfg: 0 },
  { name: '5,000 links, 250 to IfG', links: 5000, toIfg: 250 },
] as const;

/** Milliseconds after load in which what belongs to it has come to an end. */
const SETTLE = 800;
/** To each page in each browser. */
const VISITS = 8;
/** What it may cost at most: so many times what the empty extension does. */
const LIMIT = 2;

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, rounds: { type: 'string', default: '5' }, only: { type: 'string' } },
});
const rounds = Number(values.rounds);
const cases = CASES.filter(({ name }) => values.only === undefined || name.includes(values.only));
const site = await serveSite(benchPages);
const empty = await copyWithEmptyScript();
let version = '';
const taken = cases.map(() => ({ none: [], empty: [], ours: [] }) as Record<Side, number[]>);
for (let round = 0; round < rounds; round += 1)
  for (let turn = 0; turn < SIDES.length; turn += 1) await measure(SIDES[(round + turn) % SIDES.length] ?? 'none');
site.close();
await rm(empty, { recursive: true });

const results = cases.map(({ name }, index) => {
  const times = taken[index] ?? { none: [], empty: [], ours: [] };
  const added = (side: Side) => median(times[side]) - median(times.none);
  return { name, none: median(times.none), empty: added('empty'), ours: added('ours') };
});
if (values.json) console.log(JSON.stringify({ version, rounds, results }, null, 2));
else {
  console.log(`${version}, ${cpus().length} × ${cpus()[0]?.model}, medians of ${rounds * VISITS} first visits\n`);
  for (const { name, none, empty: floor, ours } of results)
    console.log(
      `${ours <= LIMIT * floor ? '✓' : '✗'} ${name.padEnd(26)} without ${ms(none)}, more with an empty script ${ms(floor)}, with this ${ms(ours)} (≤ ${LIMIT} times)`,
    );
}
process.exitCode = results.every(({ empty: floor, ours }) => ours <= LIMIT * floor) ? 0 : 1;

/** A copy of what was built, with nothing in the script that is put into pages. */
async function copyWithEmptyScript(): Promise<string> {
  const folder = await copyBuilt('empty');
  await writeFile(join(folder, 'chrome-mv3', 'scanner.js'), '');
  return folder;
}

async function measure(side: Side): Promise<void> {
  const started = await startBrowser('chrome', site.port, {
    withExtension: side !== 'none',
    ...(side === 'empty' && { built: pathToFileURL(`${empty}/`) }),
  });
  version = await started.browser.version();
  // What the browser does at its start is over then, and the background sleeps or has done what it does first.
  await wait(SETTLE);
  for (const [index, { links, toIfg }] of cases.entries())
    for (let visit = 0; visit < VISITS; visit += 1) {
      const address = pageAddress(links, toIfg).replace('//', `//site-${index}-${visit}-`);
      taken[index]?.[side].push(await visitOnce(started, address));
    }
  await started.browser.close();
}

async function visitOnce({ browser }: Started, address: string): Promise<number> {
  const before = await readPageTime(browser, 'chrome');
  const page = await browser.newPage();
  await page.goto(address, { waitUntil: 'load' });
  await wait(SETTLE);
  // It stays open: with its process went what that has taken so far.
  return (await readPageTime(browser, 'chrome')) - before;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}
