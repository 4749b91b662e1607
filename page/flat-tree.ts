import { matches, ofDocument, ofElement, ofNode } from './dom.ts';
import { isElement, isFragment, isText } from './node-kinds.ts';
import { shadowRootOf } from './shadow-root.ts';

/** The closest element that matches, from an element outwards as they are drawn: out of slots and shadow roots too. */
export function closestDrawn(element: Element, selector: string): Element | null {
  let at: Element | null = element;
  while (at !== null && !matches(at, selector)) at = drawnIn(at);
  return at;
}

/** What a node is drawn in: the slot that it is put into, its parent, or the host of its shadow root. */
export function drawnIn(node: Element | Text): Element | null {
  const slot = isText(node) ? node.assignedSlot : ofElement(node, 'assignedSlot');
  const parent = slot ?? ofNode(node, 'parentNode');
  if (parent === null || isElement(parent)) return parent;
  return isFragment(parent) ? ((parent as Partial<ShadowRoot>).host ?? null) : null;
}

/**
 * What an element of ours is put into, so that it can be reached from an element of the page: outside whatever is modal,
 * a dialog or what fills the screen, nothing takes clicks, the focus or a screen reader. Of a component only what is in
 * its shadow root is drawn.
 */
export function reachableParent(element: Element): Element | ShadowRoot {
  const modal = closestDrawn(element, ':modal');
  return modal === null ? ofDocument('documentElement') : (shadowRootOf(modal) ?? modal);
}
