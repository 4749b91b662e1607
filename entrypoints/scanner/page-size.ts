import { selectAll } from '../../page/dom.ts';
import { isFragment, type Parent } from '../../page/node-kinds.ts';

/** More elements than this are gone through only where the browser's own selectors do it. */
const LARGE = 3000;
const HUGE = 30_000;

/** Whether asking each element below a root by script would be felt. */
export function isLarge(root: Parent): boolean {
  return hasMoreThan(root, LARGE);
}

/** Whether even a second selector or a copy of the text below a root would be felt. */
export function isHuge(root: Parent): boolean {
  return hasMoreThan(root, HUGE);
}

/**
 * Whether there are more elements than that below a root. Walks no further: `item`, unlike an index in brackets, does
 * not count them all first.
 */
export function hasMoreThan(root: Parent, most: number): boolean {
  const { prototype } = root === document ? Document : Element;
  const all = isFragment(root) ? selectAll(root, '*') : prototype.getElementsByTagName.call(root, '*');
  return all.item(most) !== null;
}
