import { expect, test } from 'vitest';
import { inTurns, type Steps } from '../../core/steps.ts';

/** Work of so many steps, each of which takes a time. */
function makeWork(count: number, milliseconds: number, clock: { now: number }): () => Steps<string> {
  return function* () {
    for (let step = 0; step < count; step += 1) {
      clock.now += milliseconds;
      yield;
    }
    return 'done';
  };
}

/** Does work, and tells how long each turn of it took. */
async function turnsOf(count: number, milliseconds: number): Promise<readonly number[]> {
  const clock = { now: 0 };
  const turns: number[] = [];
  let begun = 0;
  const endTurn = () => {
    turns.push(clock.now - begun);
    clock.now += 1000;
    begun = clock.now;
  };
  const rest = async () => endTurn();
  const done = await inTurns(makeWork(count, milliseconds, clock)(), { length: 5, now: () => clock.now, rest });
  expect(done).toBe('done');
  endTurn();
  return turns;
}

test('work rests when its turn is over, and is longer by one step at most', async () => {
  expect(await turnsOf(10, 2)).toEqual([6, 6, 6, 2]);
  expect(await turnsOf(3, 7)).toEqual([7, 7, 7, 0]);
});

test('work that is done within a turn does not rest', async () => {
  expect(await turnsOf(4, 1)).toEqual([4]);
});

test('where the clock stands still, a turn has so many steps', async () => {
  expect(await turnsOf(5000, 0)).toHaveLength(3);
});
