import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { lendWords } from '../../platform/lend-words.ts';

/** What takes words of the language that the reader chose; comes into a frame where that is not the browser's, before what speaks. */
export default defineUnlistedScript(() => {
  // What it has put into `Intl` stays; a page's element by this name is no function.
  if (typeof globalThis.ifgGlossLendWords !== 'function') globalThis.ifgGlossLendWords = lendWords;
});
