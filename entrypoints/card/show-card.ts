import { copyBySelection } from '../../components/copy-by-selection.ts';
import { showPart } from '../../components/show-part.ts';
import type { Wanted } from '../../core/gloss/more.ts';
import { languageOf } from '../../core/localisation.ts';
import { boxOf, type OwnElement } from '../../page/dom.ts';
import { schemeAt } from '../../page/scheme.ts';
import { openInLibrary } from '../../platform/open-in-library.ts';
import { openUpdate } from '../../platform/open-update.ts';
import { translate, words } from '../../platform/translate.ts';
import type { Point, ShowCard } from '../annotator/shown-card.ts';
import type { Target } from '../annotator/target.ts';
import { type Anchor, chooseAnchor, isRightToLeft } from './anchor.ts';
import { isBetween } from './between.ts';
import { drawCardContent } from './card-content.tsx';
import { type CardFrame, openCardFrame } from './card-frame.ts';
import { enableDragging } from './drag.ts';
import { guardKeys } from './keys.ts';
import { placeAt, within } from './place.ts';
import { moveFocusQuietly } from './quiet-focus.ts';
import { isDrawn } from './seen-boxes.ts';
import { guardWheel } from './wheel.ts';

export const showCard: ShowCard = async (target, first, opening, opener) => {
  const { element } = target;
  const frame = await openCardFrame(element, schemeAt(element));
  const { root } = frame;
  const is = { whole: true, pinned: false, moved: false, used: false, owned: false };
  let gloss = first;
  let anchor: Anchor | null = null;

  const draw = () => {
    frame.speak(languageOf(words()), translate('direction'), translate('card_label'));
    drawCardContent(root, {
      gloss,
      hasOwn: is.owned || gloss?.hasOwn === true,
      describeMore,
      isWhole: is.whole,
      isPinned: is.pinned,
      onUnfold: unfold,
      onPin() {
        is.pinned = !is.pinned;
        draw();
      },
      onClose: opener.close,
      onTryAgain: () => void tryAgain(),
      onStep(x, y) {
        const { left, top } = frame.box();
        moveTo({ x: left + x, y: top + y });
      },
      onCopy: (text) => copyBySelection(root, text),
      onUpdate: openUpdate,
      onOpenInLibrary: () => void openInLibrary(target),
      onPlaceOwn,
    });
  };
  const onPlaceOwn = (slot: HTMLElement | null) =>
    globalThis.ifgGlossPlaceOwn?.(slot, opener.close, { link: target, onSized: () => place() });
  /** Shows all of it: the side at the target stays where it is. */
  const unfold = (part?: string) => {
    if (!is.whole) {
      const hadFocus = root.activeElement !== null;
      is.whole = true;
      draw();
      place();
      if (hadFocus && root.activeElement === null) partOf(root, '.scroller').focus();
    }
    if (part !== undefined) showPart(root, part);
  };
  const tryAgain = async () => {
    gloss = await opener.describe();
    draw();
    whole = frame.sizeFor(heightOf(root));
    refit();
    // The button that had the focus is gone.
    partOf(root, '.scroller').focus();
  };
  const describeMore = async (wanted: Wanted) => {
    const more = await opener.describeMore(wanted);
    // When it is drawn: a short page may have left room for more.
    requestAnimationFrame(place);
    return more;
  };
  /** What the reader moves stays where it is put. */
  const moveTo = (corner: Point) => {
    is.moved = true;
    is.pinned = true;
    is.whole = true;
    draw();
    frame.put(within(frame.view(), { ...frame.sizeFor(heightOf(root)), ...corner }));
  };
  const place = () => {
    const { left, top } = frame.box();
    if (is.moved) return moveTo({ x: left, y: top });
    const size = frame.sizeFor(heightOf(root));
    if (anchor !== null) frame.put(placeAt(anchor.side, anchor.box, size, frame.view(), isRightToLeft(target)));
  };
  let placed = boxOfTarget(target);
  /** Chooses the side for all of it, so that the card has room there when it grows. */
  const refit = () => {
    placed = boxOfTarget(target);
    anchor = chooseAnchor(target, opening.pointer, whole, frame.view()) ?? anchor;
    place();
  };

  draw();
  let whole = frame.sizeFor(heightOf(root));
  if (!opening.isWhole) {
    is.whole = false;
    draw();
  }
  enableDragging(frame, partOf(root, '.card-bar'), moveTo);
  guardWheel(partOf(root, '.sheet'), partOf(root, '.scroller'));
  for (const use of ['click', 'keydown', 'wheel', 'touchmove'])
    partOf(root, '.sheet').addEventListener(use, () => unfold(), { passive: true });
  // The browser moves the focus when the button goes down.
  root.addEventListener('pointerdown', () => moveFocusQuietly());
  guardKeys(root, {
    onEscape: opener.close,
    onUse() {
      is.used = true;
    },
  });
  refit();
  frame.show();
  globalThis.ifgGlossRedrawCard = () => {
    if (!frame.isStanding()) return;
    draw();
    place();
  };
  return {
    target,
    isStanding: frame.isStanding,
    isPointedAt: frame.isPointedAt,
    hasFocus: frame.hasFocus,
    contains: frame.contains,
    remove: frame.remove,
    isPinned: () => is.pinned,
    isHeld: () => is.pinned || is.used || opening.isHeld,
    isTargetDrawn: () => isDrawn(target),
    isTargetInPlace() {
      const { x, y } = boxOfTarget(target);
      return Math.abs(x - placed.x) <= 1 && Math.abs(y - placed.y) <= 1;
    },
    isOnTheWay: (point) => anchor !== null && isBetween(point, anchor.box, frame.box()),
    focus() {
      unfold();
      moveFocusQuietly(() => partOf(root, '.scroller').focus());
    },
    showOwn() {
      is.owned = true;
      draw();
    },
    refit,
  };
};

function boxOfTarget({ place, element }: Target): DOMRect {
  return place instanceof Range ? place.getBoundingClientRect() : boxOf(element);
}

/** The card's height with all of its content, in pixels of the content. */
function heightOf(root: CardFrame['root']): number {
  const border = 2;
  const own = root.querySelector<OwnElement>('.own-place')?.offsetHeight ?? 0;
  return partOf(root, '.card-bar').offsetHeight + own + partOf(root, '.content').offsetHeight + border;
}

function partOf(root: ShadowRoot, selector: string): OwnElement {
  const part = root.querySelector<OwnElement>(selector);
  if (part === null) throw new Error(`The card has no ${selector}.`);
  return part;
}
