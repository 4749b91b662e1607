import { expect, test } from 'vitest';
import { atOnce, mapInSteps, type Steps } from '../../../core/steps.ts';
import { madeRows } from '../../../entrypoints/background/library/segment-rows.ts';
import { withRests } from '../../../entrypoints/background/library/with-rests.ts';
import { generateFeed } from '../../bench/generated-feed.ts';

/** Keeps the processor for so many milliseconds. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

test('what takes long lets others work in between, and gives the same', async () => {
  const order: string[] = [];
  setTimeout(() => order.push('asked meanwhile'));
  const made = await withRests(
    mapInSteps([1, 2, 3], (number) => {
      work(20);
      order.push(`step ${number}`);
      return 2 * number;
    }),
  );
  expect(made).toEqual([2, 4, 6]);
  // After which of them a timer is looked at is the platform's.
  expect(order.toSorted()).toEqual(['asked meanwhile', 'step 1', 'step 2', 'step 3']);
  expect(order.at(-1)).toBe('step 3');
});

test('what is soon done is done at once, and what fails is told', async () => {
  const order: string[] = [];
  setTimeout(() => order.push('asked meanwhile'));
  await withRests(mapInSteps([1, 2, 3], (number) => order.push(`step ${number}`)));
  expect(order).toEqual(['step 1', 'step 2', 'step 3']);
  const failing = mapInSteps([1], () => {
    throw new Error('broken');
  });
  await expect(withRests(failing)).rejects.toThrow('broken');
});

test('the rows of a segment are made in steps, none of which is a large part', () => {
  const { feed } = generateFeed(2000);
  const start = process.cpuUsage();
  atOnce(madeRows(feed));
  const whole = spent(start);
  // In one of them the engine may have tidied its memory.
  const longest = Math.min(...[1, 2, 3].map(() => longestOf(madeRows(feed))));
  expect(longest).toBeLessThan(whole / 4);
});

/** Milliseconds of the processor's time since a reading of it. */
function spent(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

function longestOf(steps: Steps<unknown>): number {
  let longest = 0;
  for (;;) {
    const start = process.cpuUsage();
    const { done } = steps.next();
    longest = Math.max(longest, spent(start));
    if (done === true) return longest;
  }
}
