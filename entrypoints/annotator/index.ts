import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createLifetime } from '../../page/lifetime.ts';
import { removeLeft } from '../../page/own-hosts.ts';
import { createCard } from './card.ts';
import { listenToBackground, listenToKeyboard } from './keyboard.ts';
import { createLiveRegion } from './live-region.ts';
import { createOn } from './on.ts';
import { listenToPointers } from './pointers.ts';
import { showMark } from './show-mark.ts';
import { followSettings } from './watch-settings.ts';

/** Milliseconds between two looks for what a page keeps from all listeners but its own. */
const LOOKS = 250;

export default defineUnlistedScript(() => {
  // The background injects this for every batch with a match; once in a frame is enough.
  if (globalThis.ifgGlossAnnotator === true) return;
  globalThis.ifgGlossAnnotator = true;
  removeLeft('card', 'voice');
  const settings = followSettings();
  const card = createCard(settings);
  globalThis.ifgGlossShowMark = showMark;
  const liveRegion = createLiveRegion();
  const lifetime = createLifetime();
  lifetime.onEnd(() => card.close());
  lifetime.onEnd(liveRegion.clear);
  const on = createOn(lifetime);
  const lookAtPointer = listenToPointers(on, card, settings);
  const lookAtFocus = listenToKeyboard(on, card, liveRegion);
  const look = () => {
    lookAtPointer();
    lookAtFocus();
  };
  // At once, too: only a link that the pointer has been seen elsewhere than at can be meant.
  look();
  lifetime.every(LOOKS, look);
  on('resize', () => card.shown?.refit());
  listenToBackground(card);
});
