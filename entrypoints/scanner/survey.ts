import { isLink, type Link, linkSelector, namesIfg, readsRelative } from './find-links.ts';
import { MARK } from './mark.ts';
import { isDocument, isElement, type Parent } from './node-kinds.ts';
import { isHuge } from './page-size.ts';

/** The links in parts of a page, each with the element that it begins with. */
export interface Survey {
  /** Those that may lead to the Institute's site. */
  readonly links: readonly Link[];
  /** Those that carry a mark, whoever put it there. */
  readonly marked: readonly Link[];
}

/** Surveys parts of a page by the browser's selectors, which make no objects of the elements that they pass over. */
export function survey(parts: readonly Parent[]): Survey {
  const isRelative = readsRelative();
  const links: Link[] = [];
  const marked: Link[] = [];
  for (const part of parts) {
    if (isElement(part) && isLink(part)) {
      if (isRelative || namesIfg(part)) links.push(part);
      if (part.hasAttribute(MARK)) marked.push(part);
    }
    if (part.firstElementChild === null) continue;
    const selector = linkSelector(isRelative, isDocument(part) && isHuge(part));
    for (const link of part.querySelectorAll(selector)) if (isLink(link)) links.push(link);
    // A search of its own: the browser knows at once that no element has the attribute.
    for (const link of part.querySelectorAll(`[${MARK}]`)) if (isLink(link)) marked.push(link);
  }
  return { links, marked };
}
