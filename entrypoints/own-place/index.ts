import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPlacing } from './place-own.ts';

/** Puts the extension's own frame into cards and panels; comes into a frame with the first that has something for it. */
export default defineUnlistedScript(() => {
  globalThis.ifgGlossPlaceOwn ??= startPlacing();
});
