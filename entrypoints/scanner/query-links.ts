import { matches, ofNode, selectAll } from '../../page/dom.ts';
import type { Link } from '../../page/link-address.ts';
import { MARK } from '../../page/mark.ts';
import { isDocument, isElement, type Parent } from '../../page/node-kinds.ts';
import { isLink, linkSelector, readsRelative } from './find-links.ts';
import { isHuge } from './page-size.ts';

/** The links in parts of a page, each with the element that it begins with. */
export interface FoundLinks {
  /** Those that may lead to the Institute's site and carry no mark. */
  readonly links: readonly Link[];
  /** Those that carry a mark, whoever put it there. */
  readonly marked: readonly Link[];
}

/** Finds links in parts of a page by the browser's selectors, which make no objects of the elements that they pass over. */
export function queryLinks(parts: readonly Parent[]): FoundLinks {
  const isRelative = readsRelative();
  return {
    links: parts.flatMap((part) => select(part, linkSelector(isRelative, isDocument(part) && isHuge(part)))),
    // A search of its own: the browser knows at once that no element has the attribute.
    marked: parts.flatMap((part) => select(part, `[${MARK}]`)),
  };
}

function select(part: Parent, selector: string): Link[] {
  const first = isElement(part) && isLink(part) && matches(part, selector) ? [part] : [];
  const below = ofNode(part, 'firstChild') === null ? [] : selectAll(part, selector);
  return [...first, ...below].filter(isLink);
}
