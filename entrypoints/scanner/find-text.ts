import { findTextAddresses } from '../../core/address/text-addresses.ts';
import { isEditable } from './find-links.ts';
import { isDocument, isText } from './node-kinds.ts';
import { isHuge } from './page-size.ts';

export interface WrittenAddress {
  readonly range: Range;
  readonly address: string;
}

const NAMED = /instituteforgovernment\.org/i;
const TEXT_NAMES_IFG = 'contains(string(), "nstituteforgovernment.org")';
const NOT_READ = 'a,area,script,style,noscript,template,textarea,select,title';

/** The addresses written in a page's text that are no links. The text stays as it is. A huge page's is not read. */
export function findText(root: Node): WrittenAddress[] {
  if (!namesIfg(root)) return [];
  if (isText(root)) return findIn(root);
  const found: WrittenAddress[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (isText(node) && NAMED.test(node.data)) found.push(...findIn(node));
  }
  return found;
}

function namesIfg(root: Node): boolean {
  if (!isDocument(root)) return NAMED.test(root.textContent ?? '');
  // By the browser's own means: no script sees the whole text of the page, and no element is made an object for it.
  return !isHuge(root) && root.evaluate(TEXT_NAMES_IFG, root, null, XPathResult.BOOLEAN_TYPE).booleanValue;
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
