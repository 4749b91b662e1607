import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startReportPage } from './report-page.ts';

export default defineUnlistedScript(() => {
  // The background injects this for each page of a site that changes its address within the document; once is enough.
  // A page's element by this name is no function.
  if (typeof globalThis.ifgGlossRefreshReportPage === 'function') globalThis.ifgGlossRefreshReportPage();
  else globalThis.ifgGlossRefreshReportPage = startReportPage();
});
