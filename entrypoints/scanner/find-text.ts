import { findTextAddresses } from '../../core/address/text-addresses.ts';
import { closest, ofDocument, ofElement, selectAll } from '../../page/dom.ts';
import { isEditable } from './find-links.ts';
import { isDocument, isElement, isFragment, isText } from './node-kinds.ts';
import { isHuge } from './page-size.ts';

export interface WrittenAddress {
  readonly range: Range;
  readonly address: string;
}

const NAME = 'nstituteforgovernment.org';
const NOT_READ = 'a,area,script,style,noscript,template,textarea,select,title';
/** What no reader sees often names what the page's links lead to. None of these holds another. */
const UNSEEN = 'script,style,noscript';

/** The addresses written in a page's text that are no links. The text stays as it is. A huge page's is not read. */
export function findText(root: Node): WrittenAddress[] {
  if (isText(root)) return findIn(root);
  // No path leads into a shadow root in Firefox, only below its elements.
  if (isFragment(root)) return [...root.childNodes].flatMap(findText);
  if (isDocument(root)) return isHuge(root) ? [] : [ofDocument('documentElement')].flatMap(findBelow);
  return isElement(root) ? findBelow(root) : [];
}

/** To search the texts one by one takes five times as long as to search them all at once. */
function findBelow(root: Element): WrittenAddress[] {
  const count = countNames(root);
  if (count === 0) return [];
  const unseen = [...selectAll(root, UNSEEN)].reduce((sum, each) => sum + countNames(each), 0);
  return count > unseen ? selectTexts(root).flatMap(findIn) : [];
}

function countNames(element: Element): number {
  return ofElement(element, 'textContent').split(NAME).length - 1;
}

function selectTexts(root: Element): Text[] {
  const path = `descendant::text()[contains(., "${NAME}")]`;
  const texts = Document.prototype.evaluate.call(document, path, root, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
  return Array.from({ length: texts.snapshotLength }, (_, index) => texts.snapshotItem(index)).filter(
    (node): node is Text => node !== null && isText(node),
  );
}

function findIn(text: Text): WrittenAddress[] {
  const parent = text.parentElement;
  if (parent === null || closest(parent, NOT_READ) !== null || isEditable(parent)) return [];
  return findTextAddresses(text.data).map(({ start, end, address }) => {
    const range = new Range();
    range.setStart(text, start);
    range.setEnd(text, end);
    return { range, address: address.startsWith('http') ? address : `https://${address}` };
  });
}
