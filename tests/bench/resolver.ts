import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { identify } from '../../core/link/identity.ts';
import type { Publication } from '../../core/model/publication.ts';
import { createResolver, type Resolver } from '../../core/recognise/resolve.ts';
import { readSeeds } from '../../scripts/bundled-index.ts';
import { createRandom, goldPages, makeFeed, SETTINGS, scoreGold } from './gold.ts';
import { scoreSplits } from './gold-splits.ts';

/** `npm run bench:resolver`: how right the resolver's claims are, how long an address takes, and what it costs at scale. */
parseArgs();
const ROUNDS = 5;
const ASKED = 200;
const MAX_SHOWN = 8;
const DRAWS = 4;

for (const setting of SETTINGS) {
  const { precision, recall, claims, wrong, missed } = scoreGold(setting);
  console.log(
    `${setting.padEnd(24)} precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}  (${claims} claims in 50 draws)`,
  );
  for (const [what, list] of Object.entries({ wrong, missed }))
    for (const [line, times] of countEach(list).slice(0, MAX_SHOWN)) console.log(`  ${what} ${times}×: ${line}`);
}

console.log('');
for (const count of [2, 5])
  for (const setting of SETTINGS) {
    const { together, best } = scoreSplits(count, setting, DRAWS);
    const say = ({ precision, recall }: typeof best) => `${precision.toFixed(4)} ${recall.toFixed(4)}`;
    console.log(
      `gold pages in ${count} feeds, ${setting.padEnd(24)} precision and recall ${say(together)}, best alone ${say(best)}`,
    );
  }

const entries = makeEntries(10_000);
console.log(
  `identifying 20,000 entries, two and two of one title: ${median(1, () => timeIdentify(entries)).toFixed(0)} ms`,
);

const seeded = createResolver(await readSeeds());
const addresses = Array.from({ length: 100_000 }, (_, index) => goldPages[index % goldPages.length]?.url ?? '');
const whole = median(ROUNDS, () => time(seeded, addresses));
console.log(
  `\n100,000 addresses against the bundled feed: ${whole.toFixed(0)} ms, ${(whole / 100).toFixed(1)} µs each`,
);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heap = () => {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
};
const before = heap();
for (let index = 0; index < 300_000; index += 1)
  seeded.resolve({ url: `https://www.instituteforgovernment.org.uk/publication/asked-once-${index}` });
console.log(`heap after 300,000 different addresses: ${(heap() - before).toFixed(2)} MB more`);

const sizes = [100, 100_000].map((size) => {
  const pages = makePages(size);
  return { size, resolver: createResolver([makeFeed(pages)]), asked: ask(pages) };
});
// Both sides alternate, so that what else the machine does falls on both.
const times = sizes.map(() => [] as number[]);
for (let round = 0; round < 41; round += 1)
  for (const [side, { resolver, asked }] of sizes.entries()) times[side]?.push(time(resolver, asked));
const [small = 0, large = 0] = times.map((each) => medianOf(each));
console.log(
  `${ASKED} addresses: ${small.toFixed(2)} ms with 100 publications, ${large.toFixed(2)} ms with 100,000 (ratio ${(large / small).toFixed(2)})`,
);

/** Made-up titles of common length over a vocabulary as skewed as a language's. */
function makePages(size: number) {
  const random = createRandom(7);
  const word = () => `w${Math.floor(20_000 * random() ** 3)}x`;
  return Array.from({ length: size }, () => {
    const title = Array.from({ length: 5 + Math.floor(5 * random()) }, word);
    return {
      title: title.join(' '),
      url: `https://www.instituteforgovernment.org.uk/publication/${title.slice(0, 4).join('-')}`,
    };
  });
}

/** Two of each page, in two feeds: one with its address, one as it is shown and under a title that drifted. */
function makeEntries(pages: number): Publication[] {
  const { publications } = makeFeed(makePages(1));
  return makePages(pages).flatMap(({ title, url }, index) =>
    publications.flatMap((each) => [
      { ...each, id: `a${index}`, title, addresses: [url], displayForms: [] },
      { ...each, id: `b${index}`, title: `The ${title.toUpperCase()}`, addresses: [] },
    ]),
  );
}

function timeIdentify(entries: readonly Publication[]): number {
  const start = performance.now();
  identify(entries);
  return performance.now() - start;
}

/** Half of the addresses belong to a publication of the feed, spread over it, and half to none. */
function ask(pages: readonly { readonly url: string }[]): string[] {
  return Array.from({ length: ASKED }, (_, index) => {
    const url = pages[Math.floor((index * pages.length) / ASKED)]?.url ?? '';
    return index % 2 === 0 ? url : url.replace(/[^/]+$/, `unknown-${index}-$&`);
  });
}

function time(resolver: Resolver, asked: readonly string[]): number {
  const start = performance.now();
  for (const url of asked) resolver.resolve({ url });
  return performance.now() - start;
}

function median(rounds: number, measure: () => number): number {
  return medianOf(Array.from({ length: rounds }, measure));
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function countEach(lines: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
