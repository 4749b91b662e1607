/** More elements than this are gone through only where the browser's own selectors do it. */
const LARGE = 3000;
const HUGE = 30_000;

/** Whether asking each element below a root by script would be felt. */
export function isLarge(root: ParentNode): boolean {
  return countElements(root) > LARGE;
}

/** Whether even a second selector or a copy of the text below a root would be felt. */
export function isHuge(root: ParentNode): boolean {
  return countElements(root) > HUGE;
}

function countElements(root: ParentNode): number {
  return root instanceof ShadowRoot || root instanceof DocumentFragment
    ? root.querySelectorAll('*').length
    : (root as Document | Element).getElementsByTagName('*').length;
}
