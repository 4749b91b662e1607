import { boxOf } from '../../page/dom.ts';
import { drawnIn } from '../../page/flat-tree.ts';
import { clipWithin, isRoot, isSeen, meet } from './clipping.ts';
import { textsIn } from './drawn-tree.ts';
import { hasLineColour, hasSameColour, isOpaque } from './line-colour.ts';

/** How lines below a link's text are to be drawn so that they are seen. */
export interface TextLines {
  /** Whether there is text at all that a line can be seen below. */
  readonly areSeen: boolean;
  /** Whether some of it stands in boxes that the link's own line does not reach, or has another colour. */
  readonly areDeep: boolean;
  /** Whether the first of it is cut off close below. */
  readonly areClose: boolean;
  /** Whether there is text that can be read, and has no colour for a line. */
  readonly lackColour: boolean;
}

/** What is seen of a text's first line: a line below it too, one at its foot, or neither. */
type Room = 'below' | 'foot' | 'none';

const MAX_NODES = 200;
/** Where lines begin above the lower edge of the letters' box, in the size of the text: in most fonts, at the least. */
const BEGIN = { below: 0.04, foot: 0.27 } as const;
/** Pixels that a double line takes, and from which size of text on it takes more. */
const THICKNESS = 3;
const THICKER_FROM = 18;
/** Pixels beyond the page's edge from which a text is meant for screen readers. */
const FAR_OUT = 500;

export function textLinesOf(link: Element): TextLines {
  const own = getComputedStyle(link);
  const rooms: Room[] = [];
  let areDeep = false;
  let lackColour = false;
  for (const text of textsIn(link, MAX_NODES)) {
    const parent = drawnIn(text);
    const line = parent && firstLine(text, parent, link);
    if (parent === null || !line) continue;
    const style = getComputedStyle(parent);
    const isOwn = own.display !== 'contents' && isReached(parent, link) && hasSameColour(style, own);
    if (!hasLineColour(style)) lackColour = true;
    else if (isOwn || isBelow(parent, link)) {
      const room = roomBelow(line, parent);
      rooms.push(room);
      areDeep ||= !isOwn && room !== 'none';
    }
  }
  const first = rooms.find((room) => room !== 'none');
  return { areSeen: first !== undefined, areClose: first === 'foot', areDeep, lackColour };
}

/** The first line of a text that can be seen, or null where none can. */
function firstLine(text: Text, parent: Element, link: Element): DOMRect | null {
  const { clip, clipPath } = getComputedStyle(parent);
  if (!isShown(parent, link) || clip !== 'auto' || /^inset\((?:50|100)%/.test(clipPath)) return null;
  const range = new Range();
  range.selectNodeContents(text);
  const clipped = clipWithin(parent);
  const line = [...range.getClientRects()].find((rect) => isSeen(rect) && isSeen(meet(rect, clipped)));
  return line === undefined || isFarOut(line) ? null : line;
}

/** A link that fades in has text, though none of it can be seen yet. */
function isShown(element: Element, link: Element): boolean {
  const isVisible = (of: Element, options: CheckVisibilityOptions) =>
    Element.prototype.checkVisibility.call(of, options);
  return [{ opacityProperty: true }, { visibilityProperty: true }].every(
    (options) => isVisible(element, options) || !isVisible(link, options),
  );
}

function isFarOut({ right, bottom }: DOMRect): boolean {
  return right + scrollX < -FAR_OUT || bottom + scrollY < -FAR_OUT;
}

/** A link's line goes on into blocks and lines within it, not into boxes that are set in a line, float or are positioned. */
function isReached(parent: Element, link: Element): boolean {
  for (let at: Element | null = parent; at !== null && at !== link; at = drawnIn(at)) {
    const { display, float, position } = getComputedStyle(at);
    if (/^(?:inline-|table)/.test(display) || float !== 'none' || /^(?:absolute|fixed)$/.test(position)) return false;
  }
  return true;
}

/** Whether a rule on what is below the link in the page's tree finds an element. */
function isBelow(element: Element, link: Element): boolean {
  return element !== link && Node.prototype.contains.call(link, element);
}

function roomBelow(line: DOMRect, parent: Element): Room {
  const size = Number.parseFloat(getComputedStyle(parent).fontSize);
  const thickness = THICKNESS * Math.max(1, size / THICKER_FROM);
  const fits = (room: number, above: number) => room >= thickness - above * size - 0.5;
  const room = clipWithin(parent).bottom - line.bottom;
  if (fits(Math.min(room, groundBelow(line, parent)), BEGIN.below)) return 'below';
  return fits(room, BEGIN.foot) ? 'foot' : 'none';
}

/** Pixels below a line of text that have the ground on which the text is read. */
function groundBelow(line: DOMRect, parent: Element): number {
  // The page's own ground goes on beyond the box that gives it.
  for (let at: Element | null = parent; at !== null && !isRoot(at); at = drawnIn(at)) {
    const { backgroundColor, backgroundImage, display, paddingBottom } = getComputedStyle(at);
    if (!isOpaque(backgroundColor) && backgroundImage === 'none') continue;
    return display === 'inline' ? Number.parseFloat(paddingBottom) : boxOf(at).bottom - line.bottom;
  }
  return Number.POSITIVE_INFINITY;
}
