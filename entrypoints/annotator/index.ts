import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createCard } from './card.tsx';
import { listen } from './listen.ts';
import { styleRoots } from './style-roots.ts';

export default defineUnlistedScript(() => {
  // The background injects this for every batch with a match; once in a frame is enough.
  if (globalThis.ifgGlossAnnotator === true) return;
  globalThis.ifgGlossAnnotator = true;
  styleRoots();
  listen(createCard());
});
