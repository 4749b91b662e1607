import { findTextAddresses } from '../../core/address/text-addresses.ts';
import { isEditable } from './find-links.ts';
import { isDocument, isFragment, isText } from './node-kinds.ts';
import { isHuge } from './page-size.ts';

export interface WrittenAddress {
  readonly range: Range;
  readonly address: string;
}

const NAMED = /instituteforgovernment\.org/i;
const LETTERS = '"nstituteforgovernment.org"';
const NOT_READ = 'a,area,script,style,noscript,template,textarea,select,title';

/** The addresses written in a page's text that are no links. The text stays as it is. A huge page's is not read. */
export function findText(root: Node): WrittenAddress[] {
  if (isText(root)) return NAMED.test(root.data) ? findIn(root) : [];
  if (isDocument(root)) return hasText(root) ? selectTexts(root).flatMap(findIn) : [];
  // No path leads into a shadow root in Firefox, only below its elements.
  if (isFragment(root)) return [...root.childNodes].flatMap(findText);
  return NAMED.test(root.textContent ?? '') ? selectTexts(root).flatMap(findIn) : [];
}

/** By the browser's own means: no script sees the whole text of the page, and no element is made an object for it. */
function hasText(page: Document): boolean {
  return (
    !isHuge(page) && page.evaluate(`contains(string(), ${LETTERS})`, page, null, XPathResult.BOOLEAN_TYPE).booleanValue
  );
}

function selectTexts(root: Node): Text[] {
  const path = `descendant::text()[contains(., ${LETTERS})]`;
  const texts = document.evaluate(path, root, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
  return Array.from({ length: texts.snapshotLength }, (_, index) => texts.snapshotItem(index)).filter(
    (node): node is Text => node !== null && isText(node),
  );
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
