import type { Settings } from '../../core/settings.ts';
import type { Card } from './card.ts';
import { createHover } from './hover.ts';
import { createLongPress } from './long-press.ts';
import type { On } from './on.ts';
import { hasTextTargets, targetOf } from './target.ts';

/** A place where no window is. */
const OUTSIDE = { x: -1, y: -1 };

/** Opens and closes the card by what the reader does with a pointer. One listener for each kind of event in the frame. */
export function listenToPointers(on: On, card: Card, settings: () => Settings): void {
  const hover = createHover(card, () => (settings().cardOpens === 'dwell' ? settings().dwell : null));
  const longPress = createLongPress(card);
  const isInCard = (event: Event) => card.shown?.contains(event) === true;
  let isOverCard = false;
  const hoverAt = (event: PointerEvent) => {
    isOverCard = isInCard(event);
    if (isOverCard) hover.stay();
    // Who drags or selects means no link that comes under the pointer.
    else if (event.buttons === 0) hover.at(targetOf(event), pointOf(event));
  };

  on('pointerover', (event) => {
    if (event.pointerType !== 'touch') hoverAt(event);
  });
  on('pointermove', (event) => {
    if (event.pointerType === 'touch') longPress.move(pointOf(event));
    // Text has no element of its own that the pointer could come over.
    else if (card.shown !== null || hasTextTargets()) hoverAt(event);
    else hover.note(pointOf(event));
  });
  on('pointerout', (event) => {
    if (event.relatedTarget === null && event.pointerType !== 'touch' && !isInCard(event)) hover.at(null, OUTSIDE);
  });
  on('pointerdown', (event) => {
    if (isInCard(event)) return;
    hover.stop();
    if (card.shown?.isPinned() !== true) card.close();
    longPress.begin(event.pointerType === 'touch' ? targetOf(event) : null, pointOf(event));
  });
  for (const end of ['pointerup', 'pointercancel'] as const) on(end, () => longPress.end());
  // Neither the browser's menu at a long press, nor the click at its end, is what the reader wants then.
  on('contextmenu', (event) => {
    if (longPress.claims(targetOf(event))) event.preventDefault();
  });
  on('click', (event) => {
    const target = targetOf(event);
    if (longPress.claims(target)) return swallow(event);
    if (settings().cardOpens !== 'modifier-click' || !event.altKey || target === null) return;
    swallow(event);
    void card.open(target, { pointer: pointOf(event), isHeld: true });
  });
  on('scroll', ({ target }) => {
    const { shown } = card;
    if (shown === null || shown.isHeld() || isOverCard) return;
    // What the card was opened at is leaving, and other links come under the pointer.
    if (target === document || (target instanceof Node && target.contains(shown.target.element))) card.close();
  });
}

function pointOf({ clientX, clientY }: MouseEvent) {
  return { x: clientX, y: clientY };
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
