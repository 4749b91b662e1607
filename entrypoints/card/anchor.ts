import { drawnIn } from '../../page/flat-tree.ts';
import type { Point } from '../annotator/shown-card.ts';
import type { Target } from '../annotator/target.ts';
import { type Box, chooseSide, roomier, type Side, type Size } from './place.ts';
import { seenBoxes, seenPart } from './seen-boxes.ts';

/** Pixels around the pointer that stay free where all of the target cannot. */
const CLEARANCE_PX = 12;

/** Pixels; lines that are further from each other are no lines of one paragraph. */
const APART = 40;

/** What a card stands at, and at which of its sides. */
export interface Anchor {
  readonly box: DOMRect;
  readonly side: Side;
}

/** The anchor of a card of some size: as much of the target as can be left uncovered. */
export function chooseAnchor(target: Target, pointer: Point | null, card: Size, view: Box): Anchor | null {
  const boxes = candidates(target, pointer);
  for (const box of boxes) {
    const side = chooseSide(box, card, view);
    if (side !== null) return { box, side };
  }
  const last = boxes.at(-1);
  return last === undefined ? null : { box: last, side: roomier(last, view) };
}

/** What may be left uncovered, the most first: all of the target, its part under the pointer, the pointer's own place. */
function candidates(target: Target, pointer: Point | null): DOMRect[] {
  const boxes = seenBoxes(target);
  const [first] = boxes;
  if (pointer === null) return first === undefined ? [] : [lineWithAll(first, boxes)];
  const own = new DOMRect(pointer.x - CLEARANCE_PX, pointer.y - CLEARANCE_PX, 2 * CLEARANCE_PX, 2 * CLEARANCE_PX);
  // The smallest: a picture rather than what it stands in.
  const under = boxes.filter((box) => holds(box, pointer)).toSorted((a, b) => areaOf(a) - areaOf(b))[0];
  if (under !== undefined) return [lineWithAll(under, boxes), under, own];
  const stretched = stretchedBox(target, pointer);
  return stretched === null ? [own] : [stretched, own];
}

/**
 * As high as all lines that follow each other, so that none is covered, and as wide as the one that is meant. Those in
 * another column, or in another picture of a map, are elsewhere.
 */
function lineWithAll(line: DOMRect, boxes: readonly DOMRect[]): DOMRect {
  let { top, bottom } = line;
  for (const box of boxes.toSorted((a, b) => a.top - b.top))
    if (box.top <= bottom + APART) bottom = Math.max(bottom, box.bottom);
  for (const box of boxes.toSorted((a, b) => b.bottom - a.bottom))
    if (box.bottom >= top - APART) top = Math.min(top, box.top);
  return new DOMRect(line.left, top, line.width, bottom - top);
}

/** The teaser that a link fills by what its style puts over it: the box that such content is positioned in. */
function stretchedBox({ element }: Target, pointer: Point): DOMRect | null {
  for (let at: Element | null = element; at !== null; at = drawnIn(at)) {
    if (getComputedStyle(at).position === 'static') continue;
    const box = seenPart(at);
    return box !== null && holds(box, pointer) ? box : null;
  }
  return null;
}

export function isRightToLeft({ element }: Target): boolean {
  return getComputedStyle(element).direction === 'rtl';
}

function holds({ left, right, top, bottom }: DOMRect, { x, y }: Point): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function areaOf({ width, height }: DOMRect): number {
  return width * height;
}
