import { boxOf, ofDocument, ofNode } from '../../page/dom.ts';
import { drawnIn } from '../../page/flat-tree.ts';
import { reveal } from '../../page/reveal.ts';
import { createSight, intersect } from '../../page/visibility.ts';

/** Milliseconds that a page may take to show what was opened in it. */
const PATIENCE = 800;
const STEP = 80;

/** Opens what a range is hidden in, and scrolls to it. False where it cannot be seen all the same. */
export async function bringIntoView(range: Range): Promise<boolean> {
  const element = elementOf(range);
  if (element === null) return false;
  reveal(element);
  for (let waited = 0; waited < PATIENCE; waited += STEP) {
    if (isInWindow(range)) return true;
    // The middle of a long block is not where its passage is.
    scrollToStart(range);
    if (isInWindow(range)) return true;
    await new Promise((resolve) => setTimeout(resolve, STEP));
  }
  return false;
}

export function elementOf({ startContainer }: Range): Element | null {
  return startContainer instanceof Element ? startContainer : ofNode(startContainer, 'parentElement');
}

function isInWindow(range: Range): boolean {
  return createSight()
    .linesOf(range)
    .some((line) => isWithin(line, windowBox()));
}

function scrollToStart(range: Range): void {
  for (let at = elementOf(range); at !== null; at = drawnIn(at)) {
    const isRoot = at === ofDocument('documentElement');
    const [line] = range.getClientRects();
    const box = isRoot ? windowBox() : boxOf(at);
    if (line === undefined || isWithin(line, box) || !(isRoot || isScroller(at))) continue;
    const by = {
      left: line.left < box.left || line.left > box.right ? line.left - box.left : 0,
      top: line.top - box.top - (box.height - line.height) / 2,
      behavior: 'instant',
    } as const;
    if (isRoot) scrollBy(by);
    else Reflect.apply(Element.prototype.scrollBy, at, [by]);
  }
}

function isScroller(element: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(element);
  return /auto|scroll/.test(overflowX + overflowY);
}

function isWithin(line: DOMRect, box: DOMRect): boolean {
  const { width, height } = intersect(line, box);
  return width > 0 && height * 2 >= line.height;
}

function windowBox(): DOMRect {
  return new DOMRect(0, 0, innerWidth, innerHeight);
}
