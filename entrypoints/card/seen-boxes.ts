import type { Target } from '../annotator/target.ts';
import { boxOfArea } from './image-map.ts';

/** Elements of a link that are asked where they are; more make no difference to where a card stands. */
const MOST_ELEMENTS = 100;
/** Pixels; what is narrower or lower is there for screen readers or for a measure. */
const SMALLEST = 4;

/**
 * What is seen of a target, in pixels of the window: the lines of its text, and of a link also the pictures and blocks
 * in it, which the boxes of an inline link do not hold. None where it is not drawn.
 */
export function seenBoxes({ place }: Target): DOMRect[] {
  if (place instanceof Range) return [...place.getClientRects()];
  if (place instanceof HTMLAreaElement) return [boxOfArea(place) ?? []].flat();
  const elements = [place, ...[...place.querySelectorAll('*')].slice(0, MOST_ELEMENTS)];
  const boxes = elements.flatMap((element) => [...element.getClientRects()]);
  // A link without a box of its own may hold nothing but text.
  if (boxes.length === 0) boxes.push(...textBoxes(place));
  return boxes.filter(({ width, height }) => width >= SMALLEST && height >= SMALLEST);
}

function textBoxes(element: Element): DOMRect[] {
  const range = new Range();
  range.selectNodeContents(element);
  return [...range.getClientRects()];
}
