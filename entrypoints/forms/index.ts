import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { formOf } from './mark-form.ts';

/** What says how a mark is drawn; it comes into a frame with the first mark there. */
export default defineUnlistedScript(() => {
  globalThis.ifgGlossFormOf = formOf;
});
