import { boxOf, matches, ofElement } from '../../page/dom.ts';
import { drawnIn } from '../../page/flat-tree.ts';

/** Sides in pixels of the window. */
export interface Sides {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const EVERYWHERE: Sides = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };
const MAX_LEVELS = 20;

/** Where what stands in an element can be seen: within all boxes around it that cut off what leaves them. */
export function clipWithin(element: Element): Sides {
  return clip(element, element, getComputedStyle(element).position);
}

/** Where an element can draw around itself: its own box does not cut that off. */
export function clipAround(element: Element): Sides {
  const { position } = getComputedStyle(element);
  return position === 'fixed' ? EVERYWHERE : clip(drawnIn(element), element, position);
}

function clip(start: Element | null, content: Element, contentPosition: string): Sides {
  let sides = EVERYWHERE;
  let position = contentPosition;
  let at = start;
  for (let level = 0; at !== null && level < MAX_LEVELS; level += 1) {
    const style = getComputedStyle(at);
    // What is positioned in a box further out is not cut off by those between.
    const isHolder = at === content || position !== 'absolute' || style.position !== 'static';
    if (isHolder) {
      if (cuts(at, style)) sides = meet(sides, shownBy(at, style));
      position = style.position;
      if (position === 'fixed') break;
    }
    at = drawnIn(at);
  }
  return sides;
}

/** Whether nothing is drawn outside of an element's box; the window's edge is no such box, for the page goes on there. */
function cuts(element: Element, style: CSSStyleDeclaration): boolean {
  if (/^(?:inline|contents)$/.test(style.display) || isRoot(element)) return false;
  const isContained = /paint|strict|content/.test(style.contain) || style.contentVisibility === 'auto';
  return style.overflowY !== 'visible' || style.overflowX !== 'visible' || isContained || style.clipPath !== 'none';
}

/** A box that can be scrolled shows all that is in it, one part at a time. */
function shownBy(element: Element, { overflowX, overflowY, direction }: CSSStyleDeclaration): Sides {
  const { left, top, right, bottom } = boxOf(element);
  const [width, height] = [ofElement(element, 'scrollWidth'), ofElement(element, 'scrollHeight')];
  const start = left - ofElement(element, 'scrollLeft');
  const from = direction === 'rtl' ? start - (width - ofElement(element, 'clientWidth')) : start;
  const above = top - ofElement(element, 'scrollTop');
  const across = isScrolled(overflowX) ? { left: from, right: from + width } : { left, right };
  return { ...across, ...(isScrolled(overflowY) ? { top: above, bottom: above + height } : { top, bottom }) };
}

function isScrolled(overflow: string): boolean {
  return overflow === 'auto' || overflow === 'scroll';
}

/** Whether an element is what the window shows, and not in it. */
export function isRoot(element: Element): boolean {
  return matches(element, 'html, body');
}

export function meet(one: Sides, other: Sides): Sides {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

/** Whether enough is left of a box that something is seen there. */
export function isSeen({ left, top, right, bottom }: Sides): boolean {
  return right - left > 1 && bottom - top > 1;
}

/** Whether at least three sides of what is drawn around an element are seen, `room` pixels of each. */
export function hasRoomAround(element: Element, room: number): boolean {
  const box = boxOf(element);
  const clipped = clipAround(element);
  const short = [
    box.left - clipped.left,
    box.top - clipped.top,
    clipped.right - box.right,
    clipped.bottom - box.bottom,
  ].filter((side) => side < room);
  return short.length < 2;
}
