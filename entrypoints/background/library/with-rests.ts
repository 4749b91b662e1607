import { inTurns, type Steps, type Turns } from '../../../core/steps.ts';

/** What was asked meanwhile is answered after so much work. */
const TURNS: Turns = { length: 16, now: () => performance.now(), rest };

/** Does work step by step, and lets the background answer in between; rejects where a step throws. */
export function withRests<Done>(steps: Steps<Done>): Promise<Done> {
  return inTurns(steps, TURNS);
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
