import type { Point } from '../annotator/shown-card.ts';
import type { Target } from '../annotator/target.ts';

/** Of the window's height; what is higher leaves no room beside it. */
const HIGH = 0.4;
/** Pixels around the pointer that stay free within a target that is too high. */
const FREE = 12;

/**
 * What a card is placed at: as high as all lines of the target, so that none of them is covered, and as wide as the
 * line at the pointer. Within a target as large as a picture it is the pointer's own place.
 */
export function anchorOf({ place }: Target, pointer: Point | null): DOMRect {
  const whole = place.getBoundingClientRect();
  if (pointer !== null && whole.height > innerHeight * HIGH)
    return new DOMRect(pointer.x - FREE, pointer.y - FREE, 2 * FREE, 2 * FREE);
  const lines = [...place.getClientRects()];
  const line = lines.find(({ top, bottom }) => pointer !== null && pointer.y >= top && pointer.y <= bottom) ?? lines[0];
  return line === undefined ? whole : new DOMRect(line.left, whole.top, line.width, whole.height);
}

export function isRightToLeft({ element }: Target): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
