import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerMessage } from '../../core/messages.ts';
import { createAnswers } from './answers.ts';
import { onMessage } from './extension.ts';
import { startLifetime } from './lifetime.ts';
import { createMarks } from './marks.ts';
import { onNavigation } from './navigation.ts';
import { scanPage } from './scan.ts';
import { createTextMarks } from './text-marks.ts';

export default defineUnlistedScript(() => {
  // The manifest puts it into new pages, and the background into those that were open at install or update.
  if (globalThis.ifgGlossScanner === true) return;
  globalThis.ifgGlossScanner = true;
  const lifetime = startLifetime();
  const marks = createMarks(lifetime);
  const textMarks = createTextMarks(lifetime);
  const scanAll = scanPage(marks, textMarks, lifetime);
  const scanAnew = () => {
    marks.forget();
    scanAll();
  };
  onNavigation(scanAnew, lifetime);
  const answers = createAnswers(marks, textMarks, scanAnew);
  onMessage((message) => answerMessage(answers, message, null));
});
