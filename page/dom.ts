/**
 * What nodes are and have, asked of their prototypes and not of them: a form answers with its field, and a document with
 * its image, form or frame, to every name that one of these bears, were it `parentNode` or `matches`. The names are
 * looked up at each use, for a content script pays for every class that it names.
 * https://webidl.spec.whatwg.org/#LegacyOverrideBuiltIns
 */

/** A property of any node: `ofNode(form, 'parentNode')`. */
export function ofNode<Name extends keyof Node>(node: Node, name: Name): Node[Name] {
  return Reflect.get(Node.prototype, name, node) as Node[Name];
}

/** A property of any element: `ofElement(form, 'localName')`. */
export function ofElement<Name extends keyof Element>(element: Element, name: Name): Element[Name] {
  return Reflect.get(Element.prototype, name, element) as Element[Name];
}

/** A property of the page's document: `ofDocument('documentElement')`. */
export function ofDocument<Name extends keyof Document>(name: Name): Document[Name] {
  return Reflect.get(Document.prototype, name, document) as Document[Name];
}

/** `Element.getBoundingClientRect`, of any element. */
export function boxOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

/** `Element.getClientRects`, of any element. */
export function boxesOf(element: Element): DOMRect[] {
  return [...Element.prototype.getClientRects.call(element)];
}

/** Whether an element has a box, and is neither hidden nor in what is not drawn. */
export function isVisible(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element, { visibilityProperty: true });
}

/** `Node.contains`, of any node. */
export function contains(node: Node, other: Node): boolean {
  return Node.prototype.contains.call(node, other);
}

/** `Element.matches`, of any element. */
export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

/** `Element.closest`, of any element. */
export function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

/** `Element.getAttribute`, of any element. */
export function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

/** `querySelectorAll`, of whatever may have elements below it. */
export function selectAll(root: Element | Document | DocumentFragment, selector: string): NodeListOf<Element> {
  return prototypeOf(root).querySelectorAll.call(root, selector);
}

/** `querySelector`, of the page's document. */
export function selectFirst(selector: string): Element | null {
  return Document.prototype.querySelector.call(document, selector);
}

function prototypeOf(root: Node): Pick<ParentNode, 'querySelectorAll'> {
  if (root === document) return Document.prototype;
  return ofNode(root, 'nodeType') === Node.ELEMENT_NODE ? Element.prototype : DocumentFragment.prototype;
}

/** `addEventListener`, of any node. */
export function listenTo(node: Node, type: string, listener: () => void): void {
  EventTarget.prototype.addEventListener.call(node, type, listener);
}

/** An element that our own scripts made, no form: it can be asked as it is. */
export interface OwnElement extends HTMLElement {
  readonly localName: string;
}

/** A new element of HTML, of the page's document, also where that is SVG or other XML. */
export function createHtml<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
): HTMLElementTagNameMap[Name] & OwnElement;
export function createHtml(name: string): OwnElement;
export function createHtml(name: string): OwnElement {
  const html = 'http://www.w3.org/1999/xhtml';
  return Document.prototype.createElementNS.call(document, html, name) as OwnElement;
}

/** Whether elements of HTML are drawn in the page's document: not in a picture that is a document of its own. */
export function drawsHtml(): boolean {
  return ofDocument('documentElement') instanceof HTMLElement;
}

/** The nodes below one, in order: all that a filter accepts, none within what it rejects. */
export function walk(root: Node, show: number, filter: ((node: Node) => number) | null = null): TreeWalker {
  return Document.prototype.createTreeWalker.call(document, root, show, filter);
}
