import type { Card } from './card.ts';
import type { Point } from './shown-card.ts';
import type { Target } from './target.ts';

/** What the pointer does, without a button pressed. */
export interface Hover {
  /** It is over a target, or over nothing of ours. A card opens only where it has `moved` there by itself. */
  at(target: Target | null, point: Point | null, hasMoved: boolean): void;
  /** It has moved over what it was over before. */
  note(point: Point): void;
  /** It is over the card. */
  stay(): void;
  /** The reader is about something else: nothing opens. */
  stopOpening(): void;
}

/** Milliseconds for which a card stays when the pointer has left, or rests on the way to it. */
const GRACE = 300;

/** Opens the card after a dwell and closes it after a grace. `dwell` gives milliseconds, or null where hovering opens nothing. */
export function createHover(card: Card, dwell: () => number | null): Hover {
  let opening: ReturnType<typeof setTimeout> | undefined;
  let closing: ReturnType<typeof setTimeout> | undefined;
  let awaited: Target['place'] | null = null;
  let last: Point | null = null;

  const stopOpening = () => {
    clearTimeout(opening);
    awaited = null;
  };
  const stopClosing = () => {
    clearTimeout(closing);
    closing = undefined;
  };
  const openAfterDwell = (target: Target) => {
    const delay = dwell();
    if (delay === null || awaited === target.place) return;
    stopOpening();
    awaited = target.place;
    opening = setTimeout(() => {
      stopOpening();
      stopClosing();
      void card.open(target, { pointer: last, isHeld: false });
    }, delay);
  };
  const closeAfterGrace = (onClosed?: () => void) => {
    closing ??= setTimeout(() => {
      closing = undefined;
      // Events of a card in a page's shadow root need not come to the window.
      if (card.shown?.isPointedAt()) return;
      card.close();
      onClosed?.();
    }, GRACE);
  };
  const stay = () => {
    stopOpening();
    stopClosing();
  };

  return {
    at(target, point, hasMoved) {
      last = point;
      const open = () => {
        if (target !== null && hasMoved) openAfterDwell(target);
        else if (target === null || awaited !== target.place) stopOpening();
      };
      if (target !== null && card.isFor(target)) return stay();
      if (card.shown?.isHeld()) return stay();
      if (point !== null && card.shown?.isOnTheWay(point)) {
        // Each step on the way gives it time anew; who rests there means what is under the pointer.
        stay();
        return closeAfterGrace(open);
      }
      // A card that is not there yet would come where the pointer no longer is.
      if (card.shown === null) card.close();
      else closeAfterGrace();
      open();
    },
    note(point) {
      last = point;
    },
    stay,
    stopOpening,
  };
}
