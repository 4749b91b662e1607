import type { CardSettings } from '../../core/settings.ts';
import { closest, contains } from '../../page/dom.ts';
import { shadowRootOf } from '../../page/shadow-root.ts';
import type { Card } from './card.ts';
import { createHover } from './hover.ts';
import { createLongPress } from './long-press.ts';
import { createMotion } from './motion.ts';
import type { On } from './on.ts';
import { hasTextTargets, type Target, targetOf } from './target.ts';
import { createUnheard } from './unheard.ts';

/**
 * Opens and closes the card by what the reader does with a pointer. One listener for each kind of event in the frame;
 * what is returned looks for what no listener was told.
 */
export function listenToPointers(on: On, card: Card, settings: () => CardSettings): () => void {
  const hover = createHover(card, () => (settings().cardOpens === 'dwell' ? settings().dwell : null));
  const longPress = createLongPress(card);
  const motion = createMotion(on);
  const unheard = createUnheard(on);
  const isInCard = (event: Event) => card.shown?.contains(event) === true;
  /** Over the frame of the link that the card is open for, the pointer's events are that frame's. */
  const frameOf = ({ target }: Event) => (card.shown?.target.place === target ? (card.shown?.target ?? null) : null);
  let isOverCard = false;
  /** Where the reader has shown that no card is wanted, until the pointer leaves it. */
  let dismissed: Target['place'] | null = null;
  /**
   * Whether the pointer may be over a target at which it opened nothing, as at the start, or over a link that may become one: the
   * mark comes after what it is on. It may mean it when it moves.
   */
  let isUndecided = true;
  const hoverAt = (event: PointerEvent) => {
    isOverCard = isInCard(event);
    if (isOverCard) return hover.stay();
    const target = targetOf(event) ?? frameOf(event);
    unheard.note(target);
    // Who drags or selects means no link that comes under the pointer.
    if (event.buttons !== 0) return;
    const hasMoved = motion.isIn(event);
    isUndecided = target === null ? isInLink(event) : !hasMoved;
    if (target?.place !== dismissed) dismissed = null;
    hover.at(target, pointOf(event), hasMoved && dismissed === null);
  };

  on('pointerover', (event) => {
    if (event.pointerType === 'touch') unheard.touch(targetOf(event));
    else hoverAt(event);
  });
  on('pointermove', (event) => {
    if (event.pointerType === 'touch') longPress.move(pointOf(event));
    // Text has no element of its own that the pointer could come over, and what it comes over in a shadow root is not told.
    else if (card.shown !== null || isUndecided || hasTextTargets() || isInShadow(event)) hoverAt(event);
    else if (motion.isIn(event)) hover.note(pointOf(event));
  });
  on('pointerout', (event) => {
    // Out of the frame.
    if (event.relatedTarget === null && event.pointerType !== 'touch' && !isInCard(event)) {
      unheard.note(null);
      hover.at(null, null, true);
    }
  });
  on('pointerdown', (event) => {
    if (isInCard(event)) return;
    const target = targetOf(event);
    hover.stay();
    dismissed = target?.place ?? null;
    if (card.shown?.isPinned() !== true) card.close();
    longPress.begin(event.pointerType === 'touch' ? target : null, pointOf(event));
  });
  on('wheel', hover.stopOpening);
  on('keydown', ({ key }) => {
    hover.stopOpening();
    if (key === 'Escape') dismissed = card.shown?.target.place ?? dismissed;
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
    if (target !== document && !(target instanceof Node && contains(target, shown.target.element))) return;
    // What the card was opened at is leaving, and other links come under the pointer; but what is put in above moves nothing.
    if (!shown.isTargetInPlace()) card.close();
  });
  return () => {
    const target = unheard.hovered();
    if (target === undefined) return;
    if (card.shown?.isPointedAt()) hover.stay();
    else hover.at(target, null, true);
  };
}

function pointOf({ clientX, clientY }: MouseEvent) {
  return { x: clientX, y: clientY };
}

function isInLink({ target }: Event): boolean {
  return target instanceof Element && closest(target, 'a,area') !== null;
}

function isInShadow({ target }: Event): boolean {
  return target instanceof Element && shadowRootOf(target) !== null;
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
