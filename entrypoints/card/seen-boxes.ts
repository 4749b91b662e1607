import { boxesOf, boxOf, isVisible, selectAll } from '../../page/dom.ts';
import { drawnIn } from '../../page/flat-tree.ts';
import type { Target } from '../annotator/target.ts';
import { type ClipOf, createClipOf, intersection } from './clip.ts';
import { boxOfArea, imagesOfArea } from './image-map.ts';
import type { Box } from './place.ts';

/** Elements of a link that are asked where they are; more make no difference to where a card stands. */
const MAX_ELEMENTS = 100;
/** Pixels; what is narrower or lower is there for screen readers or for a measure. */
const SMALLEST = 4;

/**
 * What is seen of a target, in pixels of the window: the lines of its text, and of a link also the pictures and blocks
 * in it, which the boxes of an inline link do not hold. What is cut off does not count, unless all of it is. None where
 * it is not drawn.
 */
export function seenBoxes(target: Target): DOMRect[] {
  const boxes = drawnBoxes(target, createClipOf());
  return boxes.length > 0 ? boxes : drawnBoxes(target, () => EVERYWHERE);
}

/** What is seen of an element's own box. */
export function seenPart(element: Element): DOMRect | null {
  return seenOf([boxOf(element)], createClipOf()(element))[0] ?? null;
}

/** Whether anything of a target is drawn, also where it is cut off. */
export function isDrawn(target: Target): boolean {
  return drawnBoxes(target, () => EVERYWHERE).length > 0;
}

const EVERYWHERE = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

function drawnBoxes({ place, element }: Target, clipOf: ClipOf): DOMRect[] {
  if (place instanceof Range) return isVisible(element) ? seenOf(place.getClientRects(), clipOf(element)) : [];
  if (place instanceof HTMLAreaElement)
    return imagesOfArea(place)
      .filter(isVisible)
      .flatMap((image) => seenOf([boxOfArea(place, image)], clipOf(image)));
  const elements = [place, ...[...selectAll(place, '*')].slice(0, MAX_ELEMENTS)];
  const boxes = elements.filter(isVisible).flatMap((each) => seenOf(boxesOf(each), clipOf(each)));
  return boxes.length > 0 ? boxes : textBoxes(place, clipOf);
}

/** Of a link that has no box of its own and holds nothing but text. */
function textBoxes(place: Element, clipOf: ClipOf): DOMRect[] {
  let around: Element | null = place;
  while (around !== null && getComputedStyle(around).display === 'contents') around = drawnIn(around);
  const isShown = around !== null && around !== place && isVisible(around);
  if (!isShown || getComputedStyle(place).visibility !== 'visible') return [];
  const range = new Range();
  range.selectNodeContents(place);
  return seenOf(range.getClientRects(), clipOf(place));
}

function seenOf(boxes: Iterable<DOMRect>, clip: Box): DOMRect[] {
  return [...boxes]
    .map((box) => intersection(box, clip))
    .map(({ left, top, right, bottom }) => new DOMRect(left, top, right - left, bottom - top))
    .filter(({ width, height }) => width >= SMALLEST && height >= SMALLEST);
}
