import { ofElement, ofNode } from './dom.ts';

/**
 * What a node is, without naming its class: in a content script the first use of each class makes the browser build it
 * and all above it (0.1 MB in Chromium), on every page.
 */
export function isElement(node: Node): node is Element {
  return ofNode(node, 'nodeType') === Node.ELEMENT_NODE;
}

export function isText(node: Node): node is Text {
  return ofNode(node, 'nodeType') === Node.TEXT_NODE;
}

export function isDocument(node: Node): node is Document {
  return ofNode(node, 'nodeType') === Node.DOCUMENT_NODE;
}

/** A shadow root, or a fragment on its way into the page. */
export function isFragment(node: Node): node is DocumentFragment {
  return ofNode(node, 'nodeType') === Node.DOCUMENT_FRAGMENT_NODE;
}

/** What may have elements below it. */
export type Parent = Element | Document | DocumentFragment;

export function isParent(node: Node): node is Parent {
  return isElement(node) || isDocument(node) || isFragment(node);
}

export function isHtml(element: Element): element is HTMLElement {
  return ofElement(element, 'namespaceURI') === 'http://www.w3.org/1999/xhtml';
}
