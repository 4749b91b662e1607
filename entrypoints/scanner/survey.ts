import { isCandidate, isLink, type Link, linkSelector, namesIfg, readsRelative } from './find-links.ts';
import { isHost } from './find-shadow-roots.ts';
import { MARK } from './mark.ts';
import { isElement, type Parent } from './node-kinds.ts';
import { fewElementsBelow } from './page-size.ts';

/** What parts of a page hold that is of interest. */
export interface Survey {
  /** Links that may lead to the Institute's site. */
  readonly links: readonly Link[];
  /** Links that carry a mark, whoever put it there. */
  readonly marked: readonly Link[];
  /** Elements that have a shadow root or may get one. */
  readonly hosts: readonly Element[];
  /** Large parts, whose hosts are found when there is time. */
  readonly large: readonly Parent[];
}

/**
 * Surveys parts of a page, each with the element that it begins with. A small part is walked through by script once;
 * a large one is left to the browser's selectors, which make no objects of the elements that they pass over.
 */
export function survey(parts: readonly Parent[]): Survey {
  const isRelative = readsRelative();
  const links: Link[] = [];
  const marked: Link[] = [];
  const hosts: Element[] = [];
  const large: Parent[] = [];
  const note = (element: Element) => {
    if (isLink(element)) {
      if (isRelative || namesIfg(element)) links.push(element);
      if (element.hasAttribute(MARK)) marked.push(element);
    } else if (isHost(element)) hosts.push(element);
  };
  for (const part of parts) {
    if (isElement(part)) note(part);
    const few = fewElementsBelow(part);
    if (few !== null) for (const element of few) note(element);
    else {
      links.push(...[...part.querySelectorAll(linkSelector(part))].filter(isLink));
      marked.push(...[...part.querySelectorAll(`[${MARK}]`)].filter(isLink));
      large.push(part);
    }
  }
  return { links: links.filter(isCandidate), marked, hosts, large };
}
