import browser from 'webextension-polyfill';
import { copyBySelection } from '../../components/copy-by-selection.ts';
import { languageOf } from '../../components/localised.tsx';
import { reachableParent } from '../../page/flat-tree.ts';
import type { Point, ShowCard } from '../annotator/shown-card.ts';
import { translate } from '../annotator/translate.ts';
import { type Anchor, chooseAnchor, isRightToLeft } from './anchor.ts';
import { isBetween } from './between.ts';
import { enableDragging } from './drag.ts';
import { guardKeys } from './keys.ts';
import { placeAt, within } from './place.ts';
import { moveFocusQuietly } from './quiet-focus.ts';
import { schemeAt } from './scheme.ts';
import { seenBoxes } from './seen-boxes.ts';
import { drawSheet } from './sheet.tsx';
import { openStage, type Stage } from './stage.ts';
import { guardWheel } from './wheel.ts';

export const showCard: ShowCard = async (target, gloss, opening, onClose) => {
  const { element } = target;
  const stage = await openStage({
    title: translate('card_label'),
    language: languageOf(browser.i18n),
    scheme: schemeAt(element),
    parent: reachableParent(element),
  });
  const { root } = stage;
  const is = { pinned: false, moved: false, used: false };
  let anchor: Anchor | null = null;

  const draw = () =>
    drawSheet(root, {
      gloss,
      isPinned: is.pinned,
      onPin() {
        is.pinned = !is.pinned;
        draw();
      },
      onClose,
      onStep(x, y) {
        const { left, top } = stage.box();
        moveTo({ x: left + x, y: top + y });
      },
      onCopy: (text) => copyBySelection(root, text),
    });
  /** What the reader moves stays where it is put. */
  const moveTo = (corner: Point) => {
    if (!is.moved) {
      is.moved = true;
      is.pinned = true;
      draw();
    }
    stage.put(within(stage.view(), { ...stage.sizeFor(heightOf(root)), ...corner }));
  };
  const refit = () => {
    const { left, top } = stage.box();
    if (is.moved) return moveTo({ x: left, y: top });
    const size = stage.sizeFor(heightOf(root));
    const view = stage.view();
    anchor = chooseAnchor(target, opening.pointer, size, view) ?? anchor;
    if (anchor !== null) stage.put(placeAt(anchor.side, anchor.box, size, view, isRightToLeft(target)));
  };

  draw();
  enableDragging(stage, partOf(root, '.card-bar'), moveTo);
  guardWheel(partOf(root, '.sheet'), partOf(root, '.scroller'));
  // The browser moves the focus when the button goes down.
  root.addEventListener('pointerdown', () => moveFocusQuietly());
  guardKeys(root, {
    onEscape: onClose,
    onUse() {
      is.used = true;
    },
  });
  refit();
  stage.show();
  return {
    target,
    isPointedAt: stage.isPointedAt,
    hasFocus: stage.hasFocus,
    contains: stage.contains,
    remove: stage.remove,
    isPinned: () => is.pinned,
    isHeld: () => is.pinned || is.used || opening.isHeld,
    isTargetSeen: () => seenBoxes(target).length > 0,
    isOnTheWay: (point) => anchor !== null && isBetween(point, anchor.box, stage.box()),
    focus: () => moveFocusQuietly(() => partOf(root, '.scroller').focus()),
    refit,
  };
};

/** The card's height with all of its content, in pixels of the content. */
function heightOf(root: Stage['root']): number {
  const border = 2;
  return partOf(root, '.card-bar').offsetHeight + partOf(root, '.content').offsetHeight + border;
}

function partOf(root: ShadowRoot, selector: string): HTMLElement {
  const part = root.querySelector<HTMLElement>(selector);
  if (part === null) throw new Error(`The card has no ${selector}.`);
  return part;
}
