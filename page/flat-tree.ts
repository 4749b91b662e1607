import { boxOf, matches, ofDocument, ofElement, ofNode } from './dom.ts';
import { isElement, isFragment, isText } from './node-kinds.ts';
import { shadowRootOf } from './shadow-root.ts';

/** Places that are tried for an element of ours in what is modal. */
const MAX_PLACES = 6;
/** Elements beside it there of which it is looked whether they stay where they are. */
const MAX_WATCHED = 30;

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
 * Puts an element of ours where it can be reached from an element of the page: outside whatever is modal, a dialog or what
 * fills the screen, nothing takes clicks, the focus or a screen reader. Of a component only what is in its shadow root is
 * drawn. It stands last there, or where else it moves nothing: what was `:last-child` may lose or gain its margins by it.
 */
export function putWithinReach(host: Element, element: Element): void {
  const modal = closestDrawn(element, ':modal');
  if (modal === null) return void append(ofDocument('documentElement'), host);
  const parent = shadowRootOf(modal) ?? modal;
  const beside = [...ofNode(parent, 'childNodes')].filter(isElement).slice(-MAX_WATCHED);
  const place = () => [modal, element, ...beside].map((each) => JSON.stringify(boxOf(each))).join();
  const before = place();
  append(parent, host);
  const [first, ...others] = [...ofNode(parent, 'childNodes')].filter((node) => node !== host).slice(0, MAX_PLACES);
  for (const next of [...others, first])
    if (place() !== before && next !== undefined) Node.prototype.insertBefore.call(parent, host, next);
  const around = ofNode(element, 'parentElement');
  if (place() !== before && around !== null) append(around, host);
  if (place() !== before) append(parent, host);
}

function append(parent: Node, node: Node): void {
  Node.prototype.appendChild.call(parent, node);
}
