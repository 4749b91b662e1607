import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createTextMarks } from './text-marks.ts';

export default defineUnlistedScript(() => {
  globalThis.ifgGlossMarkTexts = createTextMarks;
});
