import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerMessage } from '../../core/messages.ts';
import { listenTo, ofDocument } from '../../page/dom.ts';
import { createAnswers } from './answers.ts';
import { onMessage } from './extension.ts';
import { isOnIfgSite } from './find-links.ts';
import { startLifetime } from './lifetime.ts';
import { createMarks } from './marks.ts';
import { onNavigation } from './navigation.ts';
import { createReports, type Reports } from './reports.ts';
import { scanPage } from './scan.ts';
import { createTextMarks } from './text-marks.ts';

const LEFT_BY_OTHERS = {
  ifgGlossOnMark: undefined,
  ifgGlossReveal: undefined,
  ifgGlossShowCard: undefined,
  ifgGlossRefreshReader: undefined,
};

export default defineUnlistedScript(() => {
  // The manifest puts it into new pages, and the background into those that were open at install or update.
  if (globalThis.ifgGlossScanner === true) return;
  // Names of this world that are not set yet would stand for elements of the page with such ids.
  Object.assign(globalThis, { ifgGlossScanner: true, ...LEFT_BY_OTHERS });
  // What the browser prepares, for the case that the reader goes there, is no page of the tab yet.
  if (import.meta.env.FIREFOX || !ofDocument('prerendering')) start();
  else listenTo(document, 'prerenderingchange', once(start));
});

function start(): void {
  const lifetime = startLifetime();
  // Most pages have nothing to be marked: whoever asks for their marks gets no answer, which says the same, and where
  // they navigate to within themselves does not matter.
  const listen = once(() => {
    const answers = createAnswers(marks, textMarks, scanAnew);
    onMessage((message) => answerMessage(answers, message, null));
    onNavigation(scanAnew, lifetime);
  });
  const note: Reports['note'] = (added) => reports.note(added);
  const marks = createMarks(lifetime, listen, note);
  const textMarks = createTextMarks(lifetime, listen, note);
  const list = () => [...marks.publications(), ...textMarks.publications()];
  // What is said of the page itself counts too.
  const reports = createReports(list, isOnIfgSite() && window === top, lifetime);
  const scanAll = scanPage(marks, textMarks, note, lifetime);
  if (isOnIfgSite()) listen();

  /** Known by its name from the start: the first look at the page already listens. */
  function scanAnew(): void {
    marks.forget();
    reports.renew();
    scanAll();
  }
}

function once(callback: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) callback();
    isDone = true;
  };
}
