import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createCard } from './card.ts';
import { listenToBackground, listenToKeyboard } from './keyboard.ts';
import { createOn } from './on.ts';
import { listenToPointers } from './pointers.ts';
import { createVoice } from './voice.ts';
import { watchSettings } from './watch-settings.ts';

export default defineUnlistedScript(() => {
  // The background injects this for every batch with a match; once in a frame is enough.
  if (globalThis.ifgGlossAnnotator === true) return;
  globalThis.ifgGlossAnnotator = true;
  const card = createCard();
  const voice = createVoice();
  const on = createOn(() => {
    card.close();
    voice.fallSilent();
  });
  listenToPointers(on, card, watchSettings());
  listenToKeyboard(on, card, voice);
  on('resize', () => card.shown?.refit());
  listenToBackground(card);
});
