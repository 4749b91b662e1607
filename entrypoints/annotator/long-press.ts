import type { Card } from './card.ts';
import type { Point } from './shown-card.ts';
import type { Target } from './target.ts';

/** Opens the card when a finger rests on a link. */
export interface LongPress {
  /** A press begins, on a target or elsewhere. */
  begin(target: Target | null, point: Point): void;
  move(point: Point): void;
  end(): void;
  /** Whether the press on this target is, or just was, a long one: what the browser makes of it is not meant then. */
  claims(target: Target | null): boolean;
}

interface Press {
  readonly target: Target;
  readonly point: Point;
  /** Resting, long enough, or neither. */
  state: 'resting' | 'long' | 'over';
}

/** Milliseconds; browsers take a press for a long one at about the same time. */
const LONG = 500;
/** Milliseconds after the finger has gone, within which browsers make of it what is not meant. */
const AFTER = 700;
/** Pixels by which a finger may move and still rest. */
const DRAG_TOLERANCE_PX = 10;

export function createLongPress(card: Card): LongPress {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let press: Press | null = null;
  let isOverAt = Number.POSITIVE_INFINITY;

  const end = () => {
    clearTimeout(timer);
    isOverAt = performance.now() + AFTER;
    if (press?.state === 'resting') press.state = 'over';
  };
  return {
    begin(target, point) {
      clearTimeout(timer);
      isOverAt = Number.POSITIVE_INFINITY;
      press = target && { target, point, state: 'resting' };
      if (press === null) return;
      const begun = press;
      timer = setTimeout(() => {
        begun.state = 'long';
        void card.open(begun.target, { pointer: point, isHeld: true });
      }, LONG);
    },
    move({ x, y }) {
      if (press !== null && Math.hypot(x - press.point.x, y - press.point.y) > DRAG_TOLERANCE_PX) end();
    },
    end,
    claims: (target) =>
      press !== null && press.state !== 'over' && press.target.place === target?.place && performance.now() < isOverAt,
  };
}
