import { isFragment, type Parent } from './node-kinds.ts';

/** Fewer elements than this are gone through by script faster than by several selectors. */
const SMALL = 100;
/** More elements than this are gone through only where the browser's own selectors do it. */
const LARGE = 3000;
const HUGE = 30_000;

/** The elements below a root where they are few, in any order; null where they are not. */
export function fewElementsBelow(root: Parent): Element[] | null {
  const found: Element[] = [];
  const below: Parent[] = [root];
  for (let parent = below.pop(); parent !== undefined; parent = below.pop()) {
    for (let child = parent.firstElementChild; child !== null; child = child.nextElementSibling) {
      if (found.length === SMALL) return null;
      found.push(child);
      below.push(child);
    }
  }
  return found;
}

/** Whether asking each element below a root by script would be felt. */
export function isLarge(root: Parent): boolean {
  return hasMoreThan(root, LARGE);
}

/** Whether even a second selector or a copy of the text below a root would be felt. */
export function isHuge(root: Parent): boolean {
  return hasMoreThan(root, HUGE);
}

/** Walks no further than that many elements, where counting them all would walk through the whole page. */
function hasMoreThan(root: Parent, most: number): boolean {
  if (isFragment(root)) return root.querySelectorAll('*').length > most;
  return root.getElementsByTagName('*')[most] !== undefined;
}
