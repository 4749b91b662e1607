import { isFragment } from './node-kinds.ts';

/** More elements than this are gone through only where the browser's own selectors do it. */
const LARGE = 3000;
const HUGE = 30_000;

/** Whether asking each element below a root by script would be felt. */
export function isLarge(root: Element | Document | DocumentFragment): boolean {
  return countElements(root) > LARGE;
}

/** Whether even a second selector or a copy of the text below a root would be felt. */
export function isHuge(root: Element | Document | DocumentFragment): boolean {
  return countElements(root) > HUGE;
}

function countElements(root: Element | Document | DocumentFragment): number {
  return isFragment(root) ? root.querySelectorAll('*').length : root.getElementsByTagName('*').length;
}
