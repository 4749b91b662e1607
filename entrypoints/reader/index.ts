import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startReader } from './reader.ts';

export default defineUnlistedScript(() => {
  // The background injects this for each page of a site that changes its address within the document; once is enough.
  // A page's element by this name is no function.
  if (typeof globalThis.ifgGlossRefreshReader === 'function') globalThis.ifgGlossRefreshReader();
  else globalThis.ifgGlossRefreshReader = startReader();
});
