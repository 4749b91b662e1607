import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserName } from '../../scripts/browsers/find.ts';
import { ACTS, type Act, ADDED_SHARE, createVictim, type Victim } from './kills.ts';

/**
 * Moments of each act, in the order of `ACTS`: few by default, and all with `KILLS=all`. They are drawn anew each time;
 * `KILL_SEED` draws those of a run that failed, which says its seed.
 */
const MOMENTS: Readonly<Record<BrowserName, { readonly few: readonly number[]; readonly all: readonly number[] }>> = {
  chrome: { few: [2, 2, 1, 1, 2], all: [14, 12, 8, 6, 10] },
  firefox: { few: [1, 1, 1, 0, 0], all: [3, 2, 2, 1, 2] },
};
const SIZE = 5000;
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const isAll = process.env.KILLS === 'all';

describe.each(['chrome', 'firefox'] as const)(`a library that is killed, with KILL_SEED=${seed}, in %s`, (name) => {
  let victim: Victim;
  const moments = MOMENTS[name][isAll ? 'all' : 'few'];
  const killed = ACTS.flatMap((act, index) => (moments[index] ? [[act, moments[index]] as const] : []));

  beforeAll(async () => {
    victim = await createVictim(name, { seed, size: SIZE, browserEvery: name === 'chrome' ? 5 : 3 });
  });
  afterAll(() => victim?.close());

  // What fails by chance must not pass at a second try.
  test.for<readonly [Act, number]>(killed)(
    'at %s, %i times: is whole, old or new',
    { retry: 0 },
    async ([act, times]) => {
      for (const { how, holds, faults } of await victim.kill(act, times)) {
        console.log(`${name}, ${act}: ${how}`);
        expect(faults, how).toEqual([]);
        expect(victim.mayHold(act), how).toContainEqual(holds);
      }
      const { holds, faults, posts } = await victim.describe();
      expect(faults).toEqual([]);
      expect(victim.mayHold(act)).toContainEqual(holds);
      expect(posts).toBe(SIZE + (Object.keys(holds.feeds).length - 1) * (SIZE / ADDED_SHARE));
    },
  );
});
