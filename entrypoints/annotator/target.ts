import { attributeOf, closest, matches, ofDocument, ofNode } from '../../page/dom.ts';
import { type Link, linkAddress } from '../../page/link-address.ts';
import { linkText } from '../../page/link-text.ts';
import { MARK } from '../../page/mark.ts';
import { shadowRootOf } from '../../page/shadow-root.ts';

/** What a card can be opened at: a marked link, or a marked address in a text. */
export interface Target {
  /** The link itself, or the range of the text: the same one for the same mark. Or the frame that a link stands in. */
  readonly place: Element | Range;
  /** The link, or what the text stands in. */
  readonly element: Element;
  readonly sureness: string;
  readonly address: string;
  readonly text: string;
}

const MARKED = `[${MARK}]`;

/** The marked link or text that a pointer's event is about, also within shadow roots that are closed to the page. */
export function targetOf(event: MouseEvent): Target | null {
  const element = elementWithin(event);
  const path = [element && closest(element, MARKED), ...event.composedPath()];
  const link = path.find((node) => node instanceof Element && isLinkMark(node));
  return link instanceof Element ? linkTarget(link) : textTargetAt(element, event.clientX, event.clientY);
}

/** The marked link that has the focus. */
export function focusedTarget(): Target | null {
  const focused = focusedElement();
  return focused && isLinkMark(focused) ? linkTarget(focused) : null;
}

/** A page may write what looks like a mark. */
function isLinkMark(element: Element): boolean {
  return globalThis.ifgGlossLinkMarks?.has(element) === true && matches(element, MARKED);
}

/** What has the focus, through all shadow roots; the body where nothing has. */
export function focusedElement(): Element | null {
  let focused = ofDocument('activeElement');
  for (let root = focused && shadowRootOf(focused); root?.activeElement; root = focused && shadowRootOf(focused))
    focused = root.activeElement;
  return focused;
}

/** Where more addresses stand in one text, asking each where it is drawn takes the browser longer than a frame. */
const FEW = 8;

/** The marked address in a text at a point of the window, where nothing lies over the element that it stands in. */
function textTargetAt(element: Element | null, x: number, y: number): Target | null {
  if (element === null) return null;
  const within = [...(globalThis.ifgGlossTextMarks ?? [])].filter(([range]) => range.intersectsNode(element));
  const isNear = within.length > FEW ? createIsNear(element, x, y) : () => true;
  for (const [range, { address, sureness }] of within) {
    const isAt = isNear(range) && [...range.getClientRects()].some((rect) => isWithin(rect, x, y));
    if (isAt) return { place: range, element, sureness, address, text: '' };
  }
  return null;
}

/** Which ranges the letter at a point is in, or may be in where that cannot be told. */
function createIsNear(element: Element, x: number, y: number): (range: Range) => boolean {
  if (shadowRootOf(element) !== null || Node.prototype.getRootNode.call(element) !== document) return () => true;
  const caret = Document.prototype.caretPositionFromPoint.call(document, x, y);
  return (range) => caret === null || range.isPointInRange(caret.offsetNode, caret.offset);
}

/** Whether there are marks in text at all. */
export function hasTextTargets(): boolean {
  return (globalThis.ifgGlossTextMarks?.size ?? 0) > 0;
}

/** Whether a target is still in the page, still marked, and a link to the same: pages write other links into their rows. */
export function isThere(target: Target): boolean {
  const { place, element } = target;
  return isMarked(place) && ofNode(element, 'isConnected') && asItIs(target).address === target.address;
}

/** A target with what its link says and leads to by now. */
export function asItIs(target: Target): Target {
  return target.place instanceof Element && isLinkMark(target.place) ? linkTarget(target.place) : target;
}

function isMarked(place: Target['place']): boolean {
  if (place instanceof Range) return globalThis.ifgGlossTextMarks?.has(place) === true;
  return place instanceof HTMLIFrameElement || isLinkMark(place);
}

export function giveFocusTo(element: Element | null): void {
  if (element instanceof HTMLElement) HTMLElement.prototype.focus.call(element, { preventScroll: true });
  if (element instanceof SVGElement) element.focus({ preventScroll: true });
}

export function linkTarget(link: Element): Target {
  const [sureness = ''] = (attributeOf(link, MARK) ?? '').split(' ', 1);
  return {
    place: link,
    element: link,
    sureness,
    address: linkAddress(link as Link),
    text: linkText(link as Link),
  };
}

function elementWithin({ target, clientX, clientY }: MouseEvent): Element | null {
  let element = target instanceof Element ? target : null;
  for (let root = element && shadowRootOf(element); root; root = element && shadowRootOf(element)) {
    const inner: Element | null = root.elementFromPoint(clientX, clientY);
    if (inner === null || inner === element) break;
    element = inner;
  }
  return element;
}

function isWithin({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
