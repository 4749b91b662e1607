import { shapeOf } from './clip-shape.ts';
import { boxOf, ofDocument, ofElement, walk } from './dom.ts';
import { drawnIn } from './flat-tree.ts';

/** What of a page can be seen, as the page stands: whoever asks later makes a new one. */
export interface Sight {
  /** The lines of a range that a reader can see, wherever the page is scrolled to; none where its text is hidden. */
  linesOf(range: Range): DOMRect[];
  /** What cuts off the content of an element, in pixels of the window. */
  edgesOf(element: Element): DOMRect;
}

/** What holds for the content of an element. */
interface Surroundings {
  /** What is drawn of it, by how it is placed. */
  readonly flow: DOMRect;
  readonly absolute: DOMRect;
  readonly fixed: DOMRect;
  readonly opacity: number;
  /** Whether a background shows through its letters. */
  readonly isInked: boolean;
}

/** Text that is fainter is read by nobody. */
const FAINTEST = 0.1;
/** Pixels of a line that must be seen; of its height, half. */
const MIN_WIDTH = 8;
const FAR = 1e7;
/** What has one of these is what `position: fixed` refers to: https://drafts.csswg.org/css-position-3/#fixed-cb. */
const HOLDING = ['transform', 'translate', 'rotate', 'scale', 'perspective', 'filter', 'backdrop-filter'];
const CONTAINED = /paint|layout|strict|content/;
/** Of these, what also cuts off: https://drafts.csswg.org/css-contain/#containment-paint. */
const PAINT_CONTAINED = /paint|strict|content/;
const FADED = /opacity\(([\d.]+)\)/;

export function createSight(): Sight {
  const known = new Map<Element, Surroundings>();
  const around = (element: Element): Surroundings => {
    const found = known.get(element);
    if (found !== undefined) return found;
    const outer = drawnIn(element);
    const made = outer === null ? ofWindow(element) : within(element, around(outer));
    known.set(element, made);
    return made;
  };
  const isDrawn = (element: Element) => {
    const { visibility } = getComputedStyle(element);
    const { opacity, isInked } = around(element);
    return visibility === 'visible' && opacity >= FAINTEST && (isInked || hasInk(element)) && hasBox(element);
  };
  return {
    linesOf(range) {
      return textsIn(range).flatMap(([text, line]) => {
        const parent = drawnIn(text);
        if (parent === null || !isDrawn(parent)) return [];
        const { flow } = around(parent);
        return [...line.getClientRects()].flatMap((whole) => {
          const seen = intersect(whole, flow);
          const isEnough = seen.height > 1 && seen.height * 2 >= whole.height && seen.width > 1;
          return isEnough && seen.width >= Math.min(whole.width, MIN_WIDTH) ? [seen] : [];
        });
      });
    },
    edgesOf: (element) => around(element).flow,
  };
}

/** The page itself is cut off where it cannot be scrolled to. */
function ofWindow(root: Element): Surroundings {
  const { direction, writingMode } = getComputedStyle(root);
  const isFromLeft = direction === 'ltr' && !writingMode.endsWith('-rl');
  const width = ofElement(root, 'clientWidth');
  const left = isFromLeft ? -scrollX : -FAR;
  const right = isFromLeft ? FAR : width - scrollX;
  const reach = new DOMRect(left, -scrollY, right - left, FAR);
  const page = /hidden|clip/.test(overflowOfWindow(root))
    ? intersect(reach, new DOMRect(0, -FAR, width, 2 * FAR))
    : reach;
  return { flow: page, absolute: page, fixed: page, opacity: 1, isInked: false };
}

/** What `html` says, or `body` where that says nothing: https://drafts.csswg.org/css-overflow-3/#overflow-propagation. */
function overflowOfWindow(root: Element): string {
  const body = ofDocument('body');
  const own = getComputedStyle(root).overflowX;
  return own === 'visible' && body !== null ? getComputedStyle(body).overflowX : own;
}

function within(element: Element, outer: Surroundings): Surroundings {
  const style = getComputedStyle(element);
  // It has no box: what is in it stands in the next one outwards.
  if (style.display === 'contents') return outer;
  const box = boxOf(element);
  const shape = shapeOf(style, box);
  const cut = (edges: DOMRect) => (shape === null ? edges : intersect(edges, shape));
  const own = edgesFor(style.position, outer);
  const inner = intersect(cut(own), isCutting(element, style) ? overflowBox(style, box) : own);
  const holdsFixed = HOLDING.some((name) => style.getPropertyValue(name) !== 'none') || CONTAINED.test(style.contain);
  return {
    flow: inner,
    absolute: holdsFixed || style.position !== 'static' ? inner : cut(outer.absolute),
    fixed: holdsFixed ? inner : cut(outer.fixed),
    opacity: outer.opacity * Number(style.opacity) * Number(FADED.exec(style.filter)?.[1] ?? 1),
    isInked: outer.isInked || style.backgroundClip.includes('text'),
  };
}

function edgesFor(position: string, { flow, absolute, fixed }: Surroundings): DOMRect {
  if (position === 'fixed') return fixed;
  return position === 'absolute' ? absolute : flow;
}

/** The overflow of `html` is that of the window, and `body` gives its own where that has none. */
function isCutting(element: Element, { display, overflowX, overflowY, contain }: CSSStyleDeclaration): boolean {
  if (display === 'inline') return false;
  if (PAINT_CONTAINED.test(contain)) return true;
  if (overflowX === 'visible' && overflowY === 'visible') return false;
  if (element !== ofDocument('body')) return true;
  const root = ofDocument('documentElement');
  return root !== null && getComputedStyle(root).overflow !== 'visible';
}

function overflowBox(style: CSSStyleDeclaration, { x, y, width, height }: DOMRect): DOMRect {
  const isContained = PAINT_CONTAINED.test(style.contain);
  const isOpenAcross = style.overflowX === 'visible' && !isContained;
  const isOpenDown = style.overflowY === 'visible' && !isContained;
  return new DOMRect(
    isOpenAcross ? -FAR : x,
    isOpenDown ? -FAR : y,
    isOpenAcross ? 2 * FAR : width,
    isOpenDown ? 2 * FAR : height,
  );
}

function hasBox(element: Element): boolean {
  let box: Element | null = element;
  while (box !== null && getComputedStyle(box).display === 'contents') box = drawnIn(box);
  return box !== null && Element.prototype.checkVisibility.call(box);
}

const TRANSPARENT = /^rgba\(.*,\s*0(?:\.0\d*)?\)$|\/\s*0(?:\.0\d*)?%?\)$/;

function hasInk(element: Element): boolean {
  return !TRANSPARENT.test(getComputedStyle(element).getPropertyValue('-webkit-text-fill-color'));
}

/** The texts of a range, each with the part of it that is in the range. */
function textsIn(range: Range): (readonly [text: Text, part: Range])[] {
  const { startContainer, startOffset, endContainer, endOffset, commonAncestorContainer: root } = range;
  const texts: Text[] = root instanceof Text ? [root] : [];
  const walker = walk(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (range.intersectsNode(node)) texts.push(node as Text);
  return texts.map((text) => {
    const part = new Range();
    part.setStart(text, text === startContainer ? startOffset : 0);
    part.setEnd(text, text === endContainer ? endOffset : text.length);
    return [text, part] as const;
  });
}

export function intersect(one: DOMRect, other: DOMRect): DOMRect {
  const left = Math.max(one.left, other.left);
  const top = Math.max(one.top, other.top);
  return new DOMRect(
    left,
    top,
    Math.max(0, Math.min(one.right, other.right) - left),
    Math.max(0, Math.min(one.bottom, other.bottom) - top),
  );
}
