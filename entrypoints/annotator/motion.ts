import type { On } from './on.ts';
import type { Point } from './shown-card.ts';

/** Whether the pointer moves, or the page moves under it: by a wheel, by keys, or by itself. */
export interface Motion {
  /** Whether an event tells of the pointer's own motion. */
  isIn(event: MouseEvent): boolean;
}

/** Pixels by which a hand that turns a wheel or types may move the pointer. */
const TREMBLES = 4;

export function createMotion(on: On): Motion {
  /** On the screen, which no scrolling moves. */
  let last: Point | null = null;
  /** Where the pointer was while the reader did something else. */
  let rest: Point | null = null;
  for (const name of ['wheel', 'scroll', 'keydown'] as const)
    on(name, () => {
      rest = last;
    });

  return {
    isIn({ type, screenX: x, screenY: y }) {
      const isSame = last?.x === x && last.y === y;
      const isUnmoved = last === null || (isSame && type === 'pointerover');
      last = { x, y };
      // What came under the pointer by itself, or was there from the start, is not what a hand that trembles means.
      if (isUnmoved) rest ??= last;
      if (rest !== null && Math.hypot(x - rest.x, y - rest.y) <= TREMBLES) return false;
      rest = null;
      return !isSame;
    },
  };
}
