import { MARK } from '../../page/mark.ts';

/**
 * Puts on the mark of a link that is about to be seen, where it waits for the link to be drawn, as those of menus, tabs and
 * closed details do: before, nobody but the page would see it.
 */
export function putOn(link: Element): void {
  const mark = globalThis.ifgGlossLinkMarks?.get(link);
  // It may lead elsewhere by now, and the scanner takes all off where the extension is gone.
  if (mark?.waits !== true) return;
  mark.waits = false;
  Element.prototype.setAttribute.call(link, MARK, mark.sureness);
}

/** When the extension is gone: the scanner finds that out only with the page's next change, as this is one. */
export function takeMarksOff(): void {
  for (const [link, mark] of globalThis.ifgGlossLinkMarks ?? []) {
    mark.waits = false;
    Element.prototype.removeAttribute.call(link, MARK);
  }
}
