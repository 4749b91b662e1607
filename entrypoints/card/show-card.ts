import browser from 'webextension-polyfill';
import { copyBySelection } from '../../components/copy-by-selection.ts';
import { languageOf } from '../../components/localised.tsx';
import type { ShowCard } from '../annotator/shown-card.ts';
import { translate } from '../annotator/translate.ts';
import { anchorOf, isRightToLeft } from './anchor.ts';
import { isBetween } from './between.ts';
import { enableDragging } from './drag.ts';
import { closestDrawn } from './flat-tree.ts';
import { guardKeys } from './keys.ts';
import { freeBox, moveBox, placeBox } from './place.ts';
import { schemeAt } from './scheme.ts';
import { drawSheet } from './sheet.tsx';
import { openStage, type Stage } from './stage.ts';
import { guardWheel } from './wheel.ts';

export const showCard: ShowCard = async (target, gloss, opening, onClose) => {
  const { element } = target;
  const stage = await openStage({
    title: translate('card_label'),
    language: languageOf(browser.i18n),
    scheme: schemeAt(element),
    // What is outside an open modal dialog takes neither clicks nor the focus.
    parent: closestDrawn(element, 'dialog:modal') ?? document.documentElement,
  });
  const { box, root } = stage;
  const is = { pinned: false, moved: false, used: false };

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
        takeOff();
        const { left, top } = box.getBoundingClientRect();
        moveBox(box, { x: left + x, y: top + y });
      },
      onCopy: (text) => copyBySelection(root, text),
    });
  /** What the reader moves stays where it is put. */
  const takeOff = () => {
    if (is.moved) return;
    is.moved = true;
    is.pinned = true;
    freeBox(box);
    draw();
  };
  const anchor = () => anchorOf(target, opening.pointer);
  const refit = async () => {
    fitContent(stage);
    if (is.moved) moveBox(box, box.getBoundingClientRect());
    else await placeBox(box, anchor(), isRightToLeft(target));
  };

  draw();
  enableDragging(stage, partOf(root, '.card-bar'), takeOff);
  guardWheel(partOf(root, '.sheet'), partOf(root, '.scroller'));
  guardKeys(root, {
    onEscape: onClose,
    onUse() {
      is.used = true;
    },
  });
  await refit();
  stage.show();
  return {
    target,
    isPointedAt: stage.isPointedAt,
    hasFocus: stage.hasFocus,
    contains: stage.contains,
    remove: stage.remove,
    isPinned: () => is.pinned,
    isHeld: () => is.pinned || is.used || opening.isHeld,
    isOnTheWay: (point) => isBetween(point, anchor(), box.getBoundingClientRect()),
    focus: () => partOf(root, '.scroller').focus(),
    refit,
  };
};

/** Makes the box as high as its content; its greatest height is the place's affair. */
function fitContent({ box, root }: Stage): void {
  const border = 2;
  const height = partOf(root, '.card-bar').offsetHeight + partOf(root, '.content').offsetHeight + border;
  box.style.blockSize = `${height}px`;
}

function partOf(root: ShadowRoot, selector: string): HTMLElement {
  const part = root.querySelector<HTMLElement>(selector);
  if (part === null) throw new Error(`The card has no ${selector}.`);
  return part;
}
