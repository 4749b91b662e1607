import type { On } from './on.ts';
import type { Point } from './shown-card.ts';

/** Whether the pointer moves, or the page moves under it: by a wheel, by keys, or by itself. */
export interface Motion {
  /** Whether an event tells of the pointer's own motion; where the page moves, browsers tell only what it is over then. */
  isIn(event: PointerEvent): boolean;
}

/** Pixels by which a hand that turns a wheel or types may move the pointer. */
const TREMBLES = 4;
/** Milliseconds without an event after which the pointer has rested. */
const PAUSE = 300;

export function createMotion(on: On): Motion {
  /** On the screen, which no scrolling moves. */
  let last: Point | null = null;
  /** In milliseconds, as events tell it. */
  let lastTime = -Infinity;
  /** Where the pointer was while it rested, or the reader did something else. */
  let rest: Point | null = null;
  for (const name of ['wheel', 'scroll', 'keydown'] as const)
    on(name, () => {
      rest = last;
    });

  return {
    isIn({ type, timeStamp, screenX: x, screenY: y }) {
      if (type !== 'pointermove') return false;
      const before = last;
      // What has come under a resting pointer is not what a hand that trembles means.
      if (timeStamp - lastTime > PAUSE) rest ??= before;
      last = { x, y };
      lastTime = timeStamp;
      if (rest !== null && Math.hypot(x - rest.x, y - rest.y) <= TREMBLES) return false;
      rest = null;
      return before?.x !== x || before.y !== y;
    },
  };
}
