import type { Steps } from '../../../core/steps.ts';

/** Milliseconds of work, after which what was asked meanwhile is answered. */
const TURN = 16;

/** Does work step by step, and lets the background answer in between; rejects where a step throws. */
export async function withRests<Done>(steps: Steps<Done>): Promise<Done> {
  for (let end = performance.now() + TURN; ; ) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (performance.now() < end) continue;
    await rest();
    end = performance.now() + TURN;
  }
}

/** Until all that waits has had its turn. Timers take longer: browsers delay those that follow one another. */
function rest(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
