import { boxOf, matches } from '../../page/dom.ts';
import { drawnIn } from '../../page/flat-tree.ts';
import type { Box } from './place.ts';

/** Gives where something can be seen, in pixels of the window: not where what is around it cuts it off. */
export type ClipOf = (element: Element) => Box;

/** Asks each element around once; for one task, as nothing moves in it. */
export function createClipOf(): ClipOf {
  const known = new Map<Element, Box>();
  const within = (element: Element): Box => {
    const found = known.get(element) ?? intersection(clipOf(element), ownClip(element));
    known.set(element, found);
    return found;
  };
  const clipOf: ClipOf = (element) => {
    const container = containerOf(element);
    return container === null ? windowBox() : within(container);
  };
  return clipOf;
}

export function intersection(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

function windowBox(): Box {
  return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
}

/** What an element moves and is cut off with: what is fixed or absolute escapes from the scrollers around it. */
function containerOf(element: Element): Element | null {
  const { position } = getComputedStyle(element);
  if (position === 'fixed') return null;
  let container = drawnIn(element);
  if (position === 'absolute')
    while (container !== null && getComputedStyle(container).position === 'static') container = drawnIn(container);
  return container;
}

/** The root's overflow and the body's are the window's. */
function ownClip(element: Element): Box {
  const { overflowX, overflowY, display } = getComputedStyle(element);
  const isCut = display !== 'inline' && display !== 'contents' && !matches(element, ':root, :root > body');
  const { left, top, right, bottom } = boxOf(element);
  const [isCutX, isCutY] = [isCut && overflowX !== 'visible', isCut && overflowY !== 'visible'];
  return {
    left: isCutX ? left : -Infinity,
    top: isCutY ? top : -Infinity,
    right: isCutX ? right : Infinity,
    bottom: isCutY ? bottom : Infinity,
  };
}
