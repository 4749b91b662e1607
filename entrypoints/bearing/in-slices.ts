import type { Steps } from '../../core/steps.ts';

/** Milliseconds for which the page waits at most, and steps, for a browser whose clock is coarse. */
const SLICE = 5;
const STEPS = 2000;

/** Does work step by step, and lets the page have its turns in between. */
export async function inSlices<Done>(steps: Steps<Done>): Promise<Done> {
  for (;;) {
    const end = performance.now() + SLICE;
    for (let step = 0; step < STEPS && performance.now() < end; step += 1) {
      const { done, value } = steps.next();
      if (done === true) return value;
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
}
