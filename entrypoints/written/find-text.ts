import { MAX_ADDRESS_LENGTH } from '../../core/address/canonical.ts';
import { mayHoldAddress } from '../../core/address/may-hold-address.ts';
import { findTextAddresses } from '../../core/address/text-addresses.ts';
import { closest, matches, ofNode } from '../../page/dom.ts';
import { isEditable } from '../../page/editable.ts';
import { isElement, isParent, isText, type Parent } from '../../page/node-kinds.ts';
import { isInLine, readLines } from './read-lines.ts';

export interface WrittenAddress {
  readonly range: Range;
  readonly address: string;
}

/** More are not marked in a frame: a page pays for each range with every change that it makes. */
export const MOST_WRITTEN = 500;
const NOT_READ = 'a,area,script,style,noscript,template,textarea,select,title';

/** The first addresses written in parts of a page's text that are no links. The text stays as it is. */
export function findText(parts: readonly Parent[]): WrittenAddress[] {
  const blocks = new Set(parts.flatMap(findBlocks));
  const written: WrittenAddress[] = [];
  for (const line of [...blocks].flatMap(readLines)) {
    const addresses = findTextAddresses(line.text).filter(({ address }) => address.length <= MAX_ADDRESS_LENGTH);
    for (const { start, end, address } of addresses.slice(0, MOST_WRITTEN - written.length))
      written.push({ range: line.rangeOf(start, end), address });
  }
  return written;
}

/** The blocks of text in a part that may hold an address. */
function findBlocks(part: Parent): Parent[] {
  if (!mayHoldAddress(ofNode(part, 'textContent') ?? '')) return [];
  const blocks = findHolders(part).map(blockAround);
  return blocks.filter((block) => !isElement(block) || (closest(block, NOT_READ) === null && !isEditable(block)));
}

/** The innermost parts that may hold an address; a part that has one beside those within it is one too. */
function findHolders(part: Parent): Parent[] {
  let rest = '';
  const below = [...ofNode(part, 'childNodes')].flatMap((child) => {
    const text = isText(child) || isElement(child) ? (ofNode(child, 'textContent') ?? '') : '';
    const mayHold = isElement(child) && mayHoldAddress(text);
    rest += mayHold ? '\n' : text;
    return mayHold && !matches(child, NOT_READ) ? findHolders(child) : [];
  });
  return mayHoldAddress(rest) ? [part, ...below] : below;
}

/** What an address that is cut into several elements is whole in. */
function blockAround(part: Parent): Parent {
  let at = part;
  while (isElement(at) && isInLine(at)) {
    const parent = ofNode(at, 'parentNode');
    if (parent === null || !isParent(parent)) break;
    at = parent;
  }
  return at;
}
