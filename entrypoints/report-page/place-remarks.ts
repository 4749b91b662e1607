import { type OwnElement, ofDocument, ofElement } from '../../page/dom.ts';

/** Pixels between remarks and their passage, and between remarks and the edge of the window. */
const GAP = 6;
const EDGE = 8;

/**
 * Puts remarks below their passage, or above where there is no room, and beside what stands at an edge of the window; boxes are in
 * pixels from the origin.
 */
export function placeRemarks(
  box: OwnElement,
  boxes: readonly DOMRect[],
  origin: DOMRect,
  beside: DOMRect | null,
): void {
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (first === undefined || last === undefined) return;
  const { width, height } = box.getBoundingClientRect();
  const [from, to] = roomBeside(beside);
  const widest = to - width - EDGE;
  const isBelow = origin.top + last.bottom + GAP + height <= innerHeight || origin.top + first.top - GAP - height < 0;
  box.style.left = `${Math.max(from + EDGE, Math.min(origin.left + first.left, widest)) - origin.left}px`;
  box.style.top = `${isBelow ? last.bottom + GAP : first.top - GAP - height}px`;
}

/** From where to where the window is free. */
function roomBeside(beside: DOMRect | null): readonly [number, number] {
  if (beside === null) return [0, windowWidth()];
  return beside.left > 0 ? [0, beside.left] : [beside.right, windowWidth()];
}

/** Pixels, without a scrollbar. */
export function windowWidth(): number {
  const root = ofDocument('documentElement');
  return root === null ? innerWidth : ofElement(root, 'clientWidth');
}
