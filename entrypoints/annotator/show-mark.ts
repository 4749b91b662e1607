import { ofNode } from '../../page/dom.ts';
import { reveal } from '../../page/reveal.ts';
import { giveFocusTo } from './target.ts';

/**
 * Brings a marked link into view, with the focus, or the text that a marked address begins in. False where it cannot be
 * seen, or is gone.
 */
export function showMark(place: Node | undefined): boolean {
  if (place instanceof Element) {
    const isSeen = reveal(place);
    giveFocusTo(place);
    return isSeen;
  }
  const around = place && ofNode(place, 'parentElement');
  return around instanceof Element && reveal(around);
}
