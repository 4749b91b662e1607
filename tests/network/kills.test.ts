import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserName } from '../../scripts/browsers/find.ts';
import { type Act, createVictim, type End, type Victim } from './kills.ts';

/**
 * What is cut off by what, and at how many moments: few by default, and 20 with `KILLS=all`. They are drawn anew each time;
 * `KILL_SEED` draws those of a run that failed, which says its seed.
 */
const CUT_OFF: Readonly<Record<BrowserName, readonly (readonly [Act, End, few: number])[]>> = {
  chrome: [
    ['reading', 'background', 1],
    ['refreshing', 'background', 1],
    ['removing', 'background', 1],
    ['importing', 'background', 1],
    ['importing', 'page', 1],
  ],
  firefox: [
    ['reading', 'browser', 1],
    ['importing', 'browser', 2],
    ['refreshing', 'background', 0],
    ['removing', 'background', 0],
    ['importing', 'background', 0],
  ],
};
const ALL = 20;
/** Milliseconds that one may take. */
const PATIENCE = 40_000;
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const isAll = process.env.KILLS === 'all';

/** The account is on a stand-in: what is tried is what becomes of a reading that is cut off. */
describe.each(['chrome', 'firefox'] as const)(`an account that is cut off, with KILL_SEED=${seed}, in %s`, (name) => {
  let victim: Victim;
  const kills = CUT_OFF[name].flatMap(([act, end, few]) =>
    isAll || few > 0 ? [{ act, end, moments: isAll ? ALL : few }] : [],
  );

  beforeAll(async () => {
    victim = await createVictim(name, seed);
  });
  afterAll(() => victim?.close());

  test.for(kills)(
    'in $act, by the end of its $end, is whole afterwards and goes on',
    { timeout: PATIENCE * (isAll ? ALL : 3) },
    async ({ act, end, moments }) => {
      for (const { how, holds, mayHold } of await victim.kill(act, end, moments)) {
        console.log(`${name}, ${act}: ${how}`);
        expect(holds.library.faults, how).toEqual([]);
        expect(mayHold, how).toContainEqual(holds);
      }
    },
  );
});
