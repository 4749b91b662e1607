import { afterRest } from '../../page/after-rest.ts';
import { closest, ofNode } from '../../page/dom.ts';
import { MARK } from '../../page/mark.ts';

/** Milliseconds: changes are collected until a link rests for so long, or has gone on for so long. */
const REST = 150;
const LONGEST = 1000;

/** Tells of marked links that hold something else now, as a picture in the place of a text; gives what has one watched. */
export function watchContent(onChange: (link: Element) => void): (link: Element) => void {
  const changed = new Set<Element>();
  const tellSoon = afterRest(
    () => {
      const links = [...changed];
      changed.clear();
      links.forEach(onChange);
    },
    REST,
    LONGEST,
  );
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const link = markedAround(target);
      if (link !== null) changed.add(link);
    }
    if (changed.size > 0) tellSoon();
  });
  return (link) => observer.observe(link, { childList: true, characterData: true, subtree: true });
}

function markedAround(node: Node): Element | null {
  const element = node instanceof Element ? node : ofNode(node, 'parentElement');
  return element && closest(element, `[${MARK}]`);
}
