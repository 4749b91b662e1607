import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Card } from '../../../entrypoints/annotator/card.ts';
import { createHover } from '../../../entrypoints/annotator/hover.ts';
import type { Point, ShownCard } from '../../../entrypoints/annotator/shown-card.ts';
import type { Target } from '../../../entrypoints/annotator/target.ts';

const DWELL = 400;
const GRACE = 300;
const POINT = { x: 5, y: 5 };
const ON_THE_WAY = { x: 50, y: 50 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const target = (name: string) => ({ place: { name }, text: name }) as unknown as Target;
const [FIRST, SECOND] = [target('first'), target('second')];

/** A card that is there at once, and says which one it is. */
function start(dwell: number | null = DWELL) {
  const is = { held: false, pointedAt: false };
  const opened: (Point | null)[] = [];
  let shown: ShownCard | null = null;
  const card = {
    get shown() {
      return shown;
    },
    open(at: Target, { pointer }: { readonly pointer: Point | null }) {
      opened.push(pointer);
      shown = {
        target: at,
        isHeld: () => is.held,
        isPointedAt: () => is.pointedAt,
        isOnTheWay: (point: Point) => point === ON_THE_WAY,
      } as ShownCard;
      return Promise.resolve(true);
    },
    close() {
      shown = null;
    },
    isFor: ({ place }: Target) => shown?.target.place === place,
  } as Card;
  const hover = createHover(card, () => dwell);
  return { is, card, hover, opened, open: () => shown?.target.text ?? null };
}

test('opens after the dwell, where the pointer is by then', () => {
  const { hover, opened, open } = start();
  hover.at(FIRST, POINT, true);
  hover.note({ x: 7, y: 5 });
  vi.advanceTimersByTime(DWELL - 1);
  expect(open()).toBeNull();
  vi.advanceTimersByTime(1);
  expect(open()).toBe('first');
  expect(opened).toEqual([{ x: 7, y: 5 }]);
});

test('opens nothing where the pointer has not moved, has left, or the reader does something else', () => {
  const { hover, open } = start();
  hover.at(FIRST, POINT, false);
  vi.advanceTimersByTime(2 * DWELL);
  hover.at(FIRST, POINT, true);
  hover.at(null, POINT, true);
  vi.advanceTimersByTime(2 * DWELL);
  hover.at(FIRST, POINT, true);
  hover.stopOpening();
  vi.advanceTimersByTime(2 * DWELL);
  expect(open()).toBeNull();
});

test('a rest on the same target does not begin the dwell anew, nor end it', () => {
  const { hover, open } = start();
  hover.at(FIRST, POINT, true);
  vi.advanceTimersByTime(DWELL - 100);
  hover.at(FIRST, POINT, true);
  hover.at(FIRST, POINT, false);
  vi.advanceTimersByTime(100);
  expect(open()).toBe('first');
});

test('another target that comes under a resting pointer opens nothing, nor does the one before', () => {
  const { hover, open } = start();
  hover.at(FIRST, POINT, true);
  hover.at(SECOND, POINT, false);
  vi.advanceTimersByTime(2 * DWELL);
  expect(open()).toBeNull();
});

test('opens nothing by itself where the reader has chosen that', () => {
  const { hover, open } = start(null);
  hover.at(FIRST, POINT, true);
  vi.advanceTimersByTime(2 * DWELL);
  expect(open()).toBeNull();
});

test('closes after the grace, unless the pointer comes back or is in the card', () => {
  const { is, hover, open } = start();
  hover.at(FIRST, POINT, true);
  vi.advanceTimersByTime(DWELL);
  hover.at(null, POINT, true);
  vi.advanceTimersByTime(GRACE - 1);
  hover.at(FIRST, POINT, true);
  vi.advanceTimersByTime(GRACE);
  expect(open()).toBe('first');
  is.pointedAt = true;
  hover.at(null, POINT, true);
  vi.advanceTimersByTime(GRACE);
  expect(open()).toBe('first');
  is.pointedAt = false;
  hover.at(null, POINT, true);
  vi.advanceTimersByTime(GRACE);
  expect(open()).toBeNull();
});

test('on the way to the card each step gives time anew, and who rests there means what is under the pointer', () => {
  const { hover, open } = start();
  hover.at(FIRST, POINT, true);
  vi.advanceTimersByTime(DWELL);
  for (let step = 0; step < 5; step += 1) {
    hover.at(SECOND, ON_THE_WAY, true);
    vi.advanceTimersByTime(GRACE - 50);
  }
  expect(open()).toBe('first');
  vi.advanceTimersByTime(50);
  expect(open()).toBeNull();
  vi.advanceTimersByTime(DWELL);
  expect(open()).toBe('second');
});

test('a card that is held stays, and no other opens', () => {
  const { is, hover, open } = start();
  hover.at(FIRST, POINT, true);
  vi.advanceTimersByTime(DWELL);
  is.held = true;
  hover.at(SECOND, POINT, true);
  vi.advanceTimersByTime(2 * DWELL);
  expect(open()).toBe('first');
});
