import { expect, test } from 'vitest';
import { createFairTurns } from '../../core/fair-turns.ts';

const TURN = 8;
/** Milliseconds that each item takes. */
const COST = 2;

/** Work by a clock that goes on only while there is work; where `waits` is given, somebody else comes in the first rest. */
function start(waits: () => void = () => {}) {
  let clock = 0;
  let rests = 0;
  const turns = createFairTurns({
    turn: TURN,
    now: () => clock,
    async rest() {
      rests += 1;
      if (rests === 1) waits();
    },
  });
  const worked: string[] = [];
  const work = (name: string) => (item: number) => {
    clock += COST;
    worked.push(name);
    return `${name}${item}`;
  };
  return { turns, worked, work, now: () => clock, rests: () => rests };
}

const items = (count: number) => Array.from({ length: count }, (_, index) => index);

test('work of one owner alone begins at once and gives what comes of it in order', async () => {
  const { turns, work, worked } = start();
  const sharing = turns.share({ tab: 1, frame: 0 }, items(3), work('a'));
  expect(worked).toHaveLength(3);
  expect(await sharing).toEqual(['a0', 'a1', 'a2']);
  expect(await turns.share({ tab: 1, frame: 0 }, [], work('a'))).toEqual([]);
});

test('who asks for much keeps nobody waiting for longer than its share', async () => {
  let small: Promise<number> | undefined;
  const { turns, work, now } = start(() => {
    const begin = now();
    small = turns.share({ tab: 2, frame: 0 }, items(20), work('b')).then(() => now() - begin);
  });
  const large = turns.share({ tab: 1, frame: 0 }, items(5000), work('a')).then(now);
  const took = await small;
  const alone = 20 * COST;
  expect(took).toBeGreaterThanOrEqual(alone);
  expect(took).toBeLessThanOrEqual(2 * alone + TURN);
  expect(await large).toBe(5020 * COST);
});

test('a tab with many frames has no more than one with a single one', async () => {
  const { turns, work, worked } = start();
  const many = items(50).map((frame) => turns.share({ tab: 1, frame }, items(8), work('many')));
  const one = turns.share({ tab: 2, frame: 0 }, items(8), work('one'));
  await one;
  expect(worked.filter((name) => name === 'many').length).toBeLessThanOrEqual(3 * (TURN / COST));
  await Promise.all(many);
});

test('frames of a tab take turns too, and others rest in between', async () => {
  const { turns, work, worked, rests } = start();
  await Promise.all([1, 2].map((frame) => turns.share({ tab: 1, frame }, items(8), work(`frame ${frame}`))));
  const runs = worked.filter((name, at) => name !== worked[at - 1]);
  expect(runs).toEqual(['frame 1', 'frame 2', 'frame 1', 'frame 2']);
  expect(rests()).toBeGreaterThanOrEqual(3);
});

test('work that fails is told to who asked for it, and to nobody else', async () => {
  const { turns, work } = start();
  const failing = turns.share({ tab: 1, frame: 0 }, [1], () => {
    throw new Error('no');
  });
  const other = turns.share({ tab: 1, frame: 0 }, [1], work('a'));
  await expect(failing).rejects.toThrow('no');
  expect(await other).toEqual(['a1']);
});
