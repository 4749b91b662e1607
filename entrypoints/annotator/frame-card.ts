import type { AnnotatorRequests } from '../../core/protocol/tab-requests.ts';
import type { Answers } from '../../core/protocol/wire.ts';
import { matches, ofDocument, selectAll } from '../../page/dom.ts';
import { shadowRootOf } from '../../page/shadow-root.ts';
import type { Card } from './card.ts';

type OfFrames = Pick<Answers<AnnotatorRequests, null>, 'openFrameCard' | 'closeFrameCard'>;

/** Answers frames that are too small for a card: it stands beside the frame then. */
export function answerFrames(card: Card): OfFrames {
  return {
    async openFrameCard({ gloss, opener, isHeld, ...link }) {
      const frame = frameIn(ofDocument('activeElement'), isHeld) ?? frameIn(hoveredElement(), true);
      if (frame === null) return false;
      const target = { ...link, place: frame, element: frame };
      if (!(await card.openFor(opener, target, { pointer: null, isHeld, isWhole: isHeld }, gloss))) return false;
      // The link is gone with what the frame held.
      frame.addEventListener('load', () => card.isFor(target) && card.close(), { once: true });
      if (isHeld) card.shown?.focus();
      return true;
    },
    closeFrameCard({ opener }) {
      const { shown } = card;
      if (shown === null || !card.isOf(opener) || shown.isPinned()) return false;
      // Outside the frame the pointer may be on its way into the card.
      if (!shown.isHeld() && !matches(shown.target.element, ':hover')) return false;
      card.close({ returnFocus: false });
      return true;
    },
  };
}

function frameIn(element: Element | null, isMeant: boolean): HTMLIFrameElement | null {
  return isMeant && element instanceof HTMLIFrameElement ? element : null;
}

/** The innermost element that the pointer is over, through shadow roots. */
function hoveredElement(): Element | null {
  let hovered: Element | null = ofDocument('documentElement');
  let root: Element | ShadowRoot | null = hovered;
  while (root !== null) {
    const innermost: Element | undefined = [...selectAll(root, ':hover')].at(-1);
    if (innermost === undefined) break;
    hovered = innermost;
    root = shadowRootOf(innermost);
  }
  return hovered;
}
