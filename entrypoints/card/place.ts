import { computePosition, flip, offset, shift, size } from '@floating-ui/dom';
import type { Point } from '../annotator/shown-card.ts';

/** Pixels between the anchor and the box, and between the box and the edge of the window. */
const GAP = 6;
const EDGE = 8;
/** Pixels; with less above and below, there may be more beside the anchor. */
const COMFORTABLE = 160;

/** Puts the box below its anchor, above or beside it: within the window, and never over it where there is room. */
export async function placeBox(box: HTMLElement, anchor: DOMRect, isRtl: boolean): Promise<void> {
  const [below, above] = isRtl ? (['bottom-end', 'top-end'] as const) : (['bottom-start', 'top-start'] as const);
  const room = Math.max(anchor.top, innerHeight - anchor.bottom) - GAP - EDGE;
  limitHeight(box, Math.max(room, COMFORTABLE));
  const { x, y } = await computePosition({ getBoundingClientRect: () => anchor }, box, {
    strategy: 'fixed',
    placement: below,
    middleware: [
      offset(GAP),
      // The window's sides are for `shift`.
      flip({ padding: EDGE, crossAxis: false, fallbackPlacements: [above, 'right', 'left'] }),
      shift({ padding: EDGE }),
      size({ padding: EDGE, apply: ({ availableHeight }) => limitHeight(box, availableHeight) }),
    ],
  });
  moveBox(box, { x, y });
}

function limitHeight(box: HTMLElement, height: number): void {
  const most = Math.min(Math.max(height, COMFORTABLE), innerHeight - 2 * EDGE);
  box.style.maxBlockSize = `min(32em, ${most}px)`;
}

/** Puts the box where it is wanted, or as near to it as the window allows. */
export function moveBox(box: HTMLElement, { x, y }: Point): void {
  const { width, height } = box.getBoundingClientRect();
  const { clientWidth } = document.documentElement;
  box.style.left = `${Math.max(EDGE, Math.min(x, clientWidth - width - EDGE))}px`;
  box.style.top = `${Math.max(EDGE, Math.min(y, innerHeight - height - EDGE))}px`;
}

/** Gives a box that has left its anchor all the height that the window has. */
export function freeBox(box: HTMLElement): void {
  box.style.maxBlockSize = '';
}
