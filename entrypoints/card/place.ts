import type { Point } from '../annotator/shown-card.ts';

/** In pixels of the window. */
export type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a card stands as seen from its anchor; it keeps that side when it grows. */
export type Side = 'below' | 'above' | 'right' | 'left';

/** Where a card stands, and how high it may be there. Whole pixels: browsers round what they are given. */
export interface Place extends Point {
  readonly height: number;
}

/** Pixels between the anchor and the card, and between the card and the edge of the window. */
const GAP = 6;
export const EDGE = 8;
/** Pixels; where there are fewer above and below, there may be more beside the anchor. */
const COMFORTABLE = 160;

/**
 * The side at which a card has room: below or above its anchor for all of its height, else where there is more, else
 * beside it. Null where it would be too low or cover the anchor.
 */
export function chooseSide(anchor: Box, card: Size, view: Box): Side | null {
  const [below, above] = [roomAt('below', anchor, view), roomAt('above', anchor, view)];
  if (below >= card.height) return 'below';
  if (above >= card.height) return 'above';
  if (Math.max(below, above) >= COMFORTABLE) return roomier(anchor, view);
  for (const side of ['right', 'left'] as const) if (roomAt(side, anchor, view) >= card.width) return side;
  return null;
}

/** Below or above, wherever there is more room. */
export function roomier(anchor: Box, view: Box): Side {
  return roomAt('below', anchor, view) >= roomAt('above', anchor, view) ? 'below' : 'above';
}

/** Where the card stands at a side of its anchor: within the window, beginning where the anchor's line begins. */
export function placeAt(side: Side, anchor: Box, card: Size, view: Box, isRtl: boolean): Place {
  if (side === 'right' || side === 'left') {
    const x = side === 'right' ? Math.ceil(anchor.right) + GAP : Math.floor(anchor.left) - GAP - card.width;
    return within(view, { ...card, x, y: Math.floor(anchor.top) });
  }
  const room = Math.max(Math.floor(roomAt(side, anchor, view)), COMFORTABLE);
  const height = Math.min(card.height, room);
  const x = isRtl ? Math.floor(anchor.right) - card.width : Math.floor(anchor.left);
  const y = side === 'below' ? Math.ceil(anchor.bottom) + GAP : Math.floor(anchor.top) - GAP - height;
  return within(view, { width: card.width, height, x, y });
}

/** The place nearest to a wanted one that is within the window. */
export function within(view: Box, { width, height, x, y }: Size & Point): Place {
  const most = Math.min(height, Math.floor(view.bottom - view.top) - 2 * EDGE);
  return {
    x: clamp(x, view.left + EDGE, Math.floor(view.right - EDGE - width)),
    y: clamp(y, view.top + EDGE, Math.floor(view.bottom - EDGE - most)),
    height: most,
  };
}

function roomAt(side: Side, anchor: Box, view: Box): number {
  const room = {
    below: view.bottom - anchor.bottom,
    above: anchor.top - view.top,
    right: view.right - anchor.right,
    left: anchor.left - view.left,
  }[side];
  return room - GAP - EDGE;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
