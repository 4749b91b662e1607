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

const NOT_READ = 'a,area,script,style,noscript,template,textarea,select,title';

/** The addresses written in a part of a page's text that are no links. The text stays as it is. */
export function findText(part: Parent): WrittenAddress[] {
  if (!mayHoldAddress(ofNode(part, 'textContent') ?? '')) return [];
  const blocks = new Set(findHolders(part).map(blockAround));
  return [...blocks]
    .filter((block) => !isElement(block) || (closest(block, NOT_READ) === null && !isEditable(block)))
    .flatMap(readLines)
    .flatMap((line) =>
      findTextAddresses(line.text)
        .filter(({ address }) => address.length <= MAX_ADDRESS_LENGTH)
        .map(({ start, end, address }) => ({ range: line.rangeOf(start, end), address })),
    );
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
