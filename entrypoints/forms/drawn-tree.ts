import { ofElement, ofNode } from '../../page/dom.ts';

/** What a node is drawn in: the slot that it is put into, its parent, or the host of its shadow root. */
export function drawnIn(node: Element | Text): Element | null {
  const parent = (isElement(node) ? ofElement(node, 'assignedSlot') : node.assignedSlot) ?? ofNode(node, 'parentNode');
  if (parent === null || isElement(parent)) return parent;
  return 'host' in parent ? (parent as ShadowRoot).host : null;
}

/** The texts that are drawn within an element, blank ones left out, in order and no more than so many nodes looked at. */
export function textsIn(element: Element, most: number): Text[] {
  const texts: Text[] = [];
  let left = most;
  const look = (parent: Element) => {
    for (const node of drawnNodes(parent)) {
      left -= 1;
      if (left < 0) return;
      if (isElement(node)) look(node);
      else if (ofNode(node, 'nodeType') === Node.TEXT_NODE && /\S/.test((node as Text).data)) texts.push(node as Text);
    }
  };
  look(element);
  return texts;
}

function drawnNodes(parent: Element): Iterable<Node> {
  const put =
    ofElement(parent, 'localName') === 'slot' ? (parent as HTMLSlotElement).assignedNodes({ flatten: true }) : [];
  return put.length > 0 ? put : ofNode(parent, 'childNodes');
}

function isElement(node: Node): node is Element {
  return ofNode(node, 'nodeType') === Node.ELEMENT_NODE;
}
