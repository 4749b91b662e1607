import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { hear } from '../../page/hear.ts';
import { createLifetime } from '../../page/lifetime.ts';
import { keepOutOfCopies } from './copies.ts';
import { takeMarksOff } from './link-marks.ts';
import { drawMarkForms } from './mark-forms.ts';

/** What says how marks are drawn; it comes into a frame with the first mark there. */
export default defineUnlistedScript(() => {
  // The background injects this for every batch with a match; once in a frame is enough.
  if (globalThis.ifgGlossForms === true) return;
  globalThis.ifgGlossForms = true;
  const lifetime = createLifetime();
  const forms = drawMarkForms();
  hear('resize', () => lifetime.isOver() || forms.renewSoon(), { signal: lifetime.signal });
  keepOutOfCopies(lifetime);
  lifetime.onEnd(takeMarksOff);
});
