import { ofDocument, ofNode, selectAll } from '../../page/dom.ts';

/** What may hold what a page is about, the likeliest first. */
const LIKELY = ['main, [role="main"]', 'article, [role="article"]'];
/** Letters: what has fewer is empty, or says that it is loading. */
const MIN_TEXT_LENGTH = 120;

/** The element that holds what the page is about, as far as the page says so: of several, the one with the most text. */
export function mainPart(): Element | null {
  for (const selector of LIKELY) {
    const [longest] = [...selectAll(document, selector)]
      .map((part) => ({ part, length: lettersIn(part) }))
      .filter(({ length }) => length >= MIN_TEXT_LENGTH)
      .sort((a, b) => b.length - a.length);
    if (longest !== undefined) return longest.part;
  }
  return ofDocument('body');
}

/** Where text may come that makes another part the main one, besides the one that it is now. */
export function possibleMainParts(): Element[] {
  return [...selectAll(document, LIKELY.join())];
}

function lettersIn(part: Element): number {
  return (ofNode(part, 'textContent') ?? '').replace(/\s+/g, '').length;
}
