import { MARK } from '../../page/mark.ts';

/** Pixels from the window at which a link that is drawn now gets its mark, so that it is seen with it. */
const AHEAD = 300;

/**
 * Puts the marks on that wait for their links to be drawn, as those of menus, tabs and closed details: before, nobody
 * but the page would see them.
 */
export function markWhenDrawn(): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        putOn(target);
      }
    },
    { rootMargin: `${AHEAD}px` },
  );
  const tellOthers = globalThis.ifgGlossOnMark;
  const note = (link: Element) => {
    if (globalThis.ifgGlossLinkMarks?.get(link)?.waits) observer.observe(link);
  };
  globalThis.ifgGlossOnMark = (link) => {
    tellOthers?.(link);
    note(link);
  };
  for (const link of globalThis.ifgGlossLinkMarks?.keys() ?? []) note(link);
}

/** When the extension is gone: the scanner finds that out only with the page's next change, as this is one. */
export function takeMarksOff(): void {
  for (const link of globalThis.ifgGlossLinkMarks?.keys() ?? []) Element.prototype.removeAttribute.call(link, MARK);
}

function putOn(link: Element): void {
  const mark = globalThis.ifgGlossLinkMarks?.get(link);
  // It may lead elsewhere by now, and the scanner takes all off where the extension is gone.
  if (mark?.waits !== true) return;
  mark.waits = false;
  Element.prototype.setAttribute.call(link, MARK, mark.sureness);
  globalThis.ifgGlossOnMark?.(link);
}
