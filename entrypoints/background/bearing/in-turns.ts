import type { Steps } from '../../../core/steps.ts';

/** Milliseconds for which other questions wait. */
const TURN = 8;

/** Does work step by step, and answers others in between. */
export async function inTurns<Done>(steps: Steps<Done>): Promise<Done> {
  for (;;) {
    const end = performance.now() + TURN;
    do {
      const { done, value } = steps.next();
      if (done === true) return value;
    } while (performance.now() < end);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
