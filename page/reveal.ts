import { attributeOf, boxesOf, boxOf, closest, ofElement, selectAll } from './dom.ts';
import { drawnIn } from './flat-tree.ts';
import { intersect } from './visibility.ts';

/**
 * Opens what keeps an element from being seen (closed details, what is hidden until it is found) and scrolls to it through
 * all scrollers, at once. False where it cannot be seen all the same: what else a page hides is not ours to open.
 */
export function reveal(place: Element): boolean {
  const element = pictureOf(place) ?? place;
  for (const [at, within] of outwards(element)) {
    if (isUntilFound(at)) show(at);
    if (within !== null && isClosedAround(within, at)) Element.prototype.setAttribute.call(within, 'open', '');
  }
  const options = { block: 'center', inline: 'nearest', behavior: 'instant' } as const;
  Element.prototype.scrollIntoView.call(element, options);
  return isSeen(element);
}

/** What shows an area of an image map. */
function pictureOf(place: Element): Element | null {
  const map = closest(place, 'map[name]');
  if (map === null) return null;
  const name = `#${attributeOf(map, 'name')}`;
  const pictures = selectAll(Node.prototype.getRootNode.call(map) as Document | ShadowRoot, '[usemap]');
  return [...pictures].find((picture) => attributeOf(picture, 'usemap') === name) ?? null;
}

function isUntilFound(element: Element): boolean {
  return attributeOf(element, 'hidden')?.toLowerCase() === 'until-found';
}

/** As the browser's own search does: https://html.spec.whatwg.org/#ancestor-revealing-algorithm. */
function show(element: Element): void {
  EventTarget.prototype.dispatchEvent.call(element, new Event('beforematch', { bubbles: true }));
  Element.prototype.removeAttribute.call(element, 'hidden');
}

function isClosedAround(details: Element, child: Element): boolean {
  const isClosed =
    ofElement(details, 'localName') === 'details' && !Element.prototype.hasAttribute.call(details, 'open');
  return isClosed && !Element.prototype.matches.call(child, 'summary:first-of-type');
}

/** Whether some of an element is drawn within the window and within each box that cuts off what is outside of it. */
function isSeen(element: Element): boolean {
  const options = { opacityProperty: true, visibilityProperty: true };
  // What is `display: contents` has no box of its own, only what is in it.
  const [box] = [...outwards(element)].map(([at]) => at).filter((at) => getComputedStyle(at).display !== 'contents');
  if (box === undefined || !Element.prototype.checkVisibility.call(box, options)) return false;
  const content = new Range();
  content.selectNodeContents(element);
  const boxes = [...boxesOf(element), ...content.getClientRects()];
  const edges = [new DOMRect(0, 0, innerWidth, innerHeight), ...cuttingBoxes(element)];
  return boxes.some((each) => {
    const seen = edges.reduce(intersect, each);
    return seen.width >= 1 && seen.height >= 1;
  });
}

function* cuttingBoxes(element: Element): Generator<DOMRect> {
  let position = getComputedStyle(element).position;
  for (const [, within] of outwards(element)) {
    if (within === null || position === 'fixed') return;
    const style = getComputedStyle(within);
    // What is placed by itself is cut off only by what it is placed in.
    const isPlacedFurtherOut = position === 'absolute' && style.position === 'static';
    if (isPlacedFurtherOut || style.display === 'contents') continue;
    if (style.overflow !== 'visible') yield boxOf(within);
    position = style.position;
  }
}

/** Each element from one outwards with what it is drawn in, out of slots and shadow roots too; null for the last. */
function* outwards(element: Element): Generator<readonly [element: Element, within: Element | null]> {
  let at: Element | null = element;
  while (at !== null) {
    const within = drawnIn(at);
    yield [at, within];
    at = within;
  }
}
