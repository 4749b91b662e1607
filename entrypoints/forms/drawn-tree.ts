import { ofElement, ofNode } from '../../page/dom.ts';
import { isElement, isText } from '../../page/node-kinds.ts';

/** The texts that are drawn within an element, blank ones left out, in order and no more than so many nodes looked at. */
export function textsIn(element: Element, most: number): Text[] {
  const texts: Text[] = [];
  let left = most;
  const look = (parent: Element) => {
    for (const node of drawnNodes(parent)) {
      left -= 1;
      if (left < 0) return;
      if (isElement(node)) look(node);
      else if (isText(node) && /\S/.test(node.data)) texts.push(node);
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
