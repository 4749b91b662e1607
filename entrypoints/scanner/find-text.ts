import { findTextAddresses } from '../../core/address/text-addresses.ts';
import { isEditable } from './find-links.ts';
import { isHuge } from './page-size.ts';

export interface WrittenAddress {
  readonly range: Range;
  readonly address: string;
}

const NAMED = /instituteforgovernment\.org/i;
const NOT_READ = 'a,area,script,style,noscript,template,textarea,select,title';

/** The addresses written in a page's text that are no links. The text stays as it is. A huge page's is not read. */
export function findText(root: Node): WrittenAddress[] {
  if (root instanceof Document && isHuge(root)) return [];
  // A document has no text of its own; its body does.
  const text = (root instanceof Document ? root.body : root)?.textContent ?? '';
  if (!NAMED.test(text)) return [];
  if (root instanceof Text) return findIn(root);
  const found: WrittenAddress[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text && NAMED.test(node.data)) found.push(...findIn(node));
  }
  return found;
}

function findIn(text: Text): WrittenAddress[] {
  const parent = text.parentElement;
  if (parent === null || parent.closest(NOT_READ) !== null || isEditable(parent)) return [];
  return findTextAddresses(text.data).map(({ start, end, address }) => {
    const range = new Range();
    range.setStart(text, start);
    range.setEnd(text, end);
    return { range, address: address.startsWith('http') ? address : `https://${address}` };
  });
}
