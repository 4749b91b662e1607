/** Milliseconds that the yardstick takes on the machine on which the limits of the tests were found, when it is not throttled. */
const YARDSTICK = 5;
const TRIES = 3;

/**
 * Milliseconds of the processor's that `run` takes, as on the machine on which the limits of the tests were found: where
 * it is more than `most`, it is tried again, and a slower machine's are counted as fewer, for neither what else a machine
 * does nor how old it is must decide. What `run` gives back is waited for.
 */
export async function processorTime(run: () => unknown, most: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES && best >= most; tries += 1) {
    const spent = await spentOn(run);
    best = Math.min(best, spent < most ? spent : spent / (await slowness()));
  }
  return best;
}

/** How many times as long as on that machine the yardstick takes here and now, at least 1. */
async function slowness(): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 15; round += 1) times.push(await spentOn(yardstick));
  // The first are spent on compiling it.
  const [, , median = YARDSTICK] = times.slice(10).toSorted((a, b) => a - b);
  return Math.max(1, median / YARDSTICK);
}

async function spentOn(run: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Work of the kinds that the tests measure: texts, maps, patterns, and what the engine tidies up after them. */
function yardstick(): number {
  const words = Array.from({ length: 10_000 }, (_, index) => `word-${(index * 7919) % 10_007} of ${index}`);
  const grouped = Map.groupBy(words, (word) => word.match(/\d+(?= of)/)?.[0].slice(-3));
  return [...grouped.values()].map((each) => each.toSorted().join(' ').length).reduce((sum, length) => sum + length, 0);
}
