import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerMessage } from '../../core/messages.ts';
import { createAnswers } from './answers.ts';
import { onMessage } from './extension.ts';
import { isOnIfgSite } from './find-links.ts';
import { startLifetime } from './lifetime.ts';
import { createMarks } from './marks.ts';
import { onNavigation } from './navigation.ts';
import { createReports } from './reports.ts';
import { scanPage } from './scan.ts';
import { createTextMarks } from './text-marks.ts';

export default defineUnlistedScript(() => {
  // The manifest puts it into new pages, and the background into those that were open at install or update.
  if (globalThis.ifgGlossScanner === true) return;
  globalThis.ifgGlossScanner = true;
  const lifetime = startLifetime();
  // Whoever asks for the marks of a page without any gets no answer, which says the same.
  const listen = once(() => onMessage((message) => answerMessage(answers, message, null)));
  const note = () => reports.note();
  const marks = createMarks(lifetime, listen, note);
  const textMarks = createTextMarks(lifetime, listen, note);
  const list = () => [...marks.publications(), ...textMarks.publications()];
  // What is said of the page itself counts too.
  const reports = createReports(list, isOnIfgSite() && window === top, lifetime);
  const scanAll = scanPage(marks, textMarks, note, lifetime);
  const scanAnew = () => {
    marks.forget();
    reports.renew();
    scanAll();
  };
  onNavigation(scanAnew, lifetime);
  const answers = createAnswers(marks, textMarks, scanAnew);
  if (isOnIfgSite()) listen();
});

function once(callback: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) callback();
    isDone = true;
  };
}
