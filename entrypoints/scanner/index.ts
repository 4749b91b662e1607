import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerMessage } from '../../core/protocol/wire.ts';
import { afterRest } from '../../page/after-rest.ts';
import { ofDocument } from '../../page/dom.ts';
import { hear } from '../../page/hear.ts';
import { createAnswers } from './answers.ts';
import { onMessage } from './extension.ts';
import { isNamedByAddress, isOnIfgSite } from './find-links.ts';
import { startLifetime } from './lifetime.ts';
import { createMarks } from './marks.ts';
import { onNavigation } from './navigation.ts';
import { LONGEST, REST } from './observe.ts';
import { once } from './once.ts';
import { createReports, type Reports } from './reports.ts';
import { scanPage } from './scan.ts';
import { createTexts } from './texts.ts';

/** What scripts find here of each other is set from the start: else `<a id=ifgGlossShowMark>` would stand for it. */
const LEFT_BY_OTHERS = {
  ifgGlossHosts: new WeakSet(),
  ifgGlossListeners: [],
  ifgGlossMarkTexts: undefined,
  ifgGlossOnFlux: undefined,
  ifgGlossOnMark: undefined,
  ifgGlossRedrawCard: undefined,
  ifgGlossRefreshReportPage: undefined,
  ifgGlossShowCard: undefined,
  ifgGlossShowMark: undefined,
  ifgGlossWords: undefined,
};

export default defineUnlistedScript(() => {
  // The manifest puts it into new pages, and the background into those that were open at install or update.
  if (globalThis.ifgGlossScanner === true) return;
  Object.assign(globalThis, LEFT_BY_OTHERS, { ifgGlossScanner: true });
  // What the browser prepares, for the case that the reader goes there, is no page of the tab yet.
  if (import.meta.env.FIREFOX || !ofDocument('prerendering')) start();
  else hear('prerenderingchange', once(start), { capture: true });
});

function start(): void {
  const lifetime = startLifetime();
  // Listens only once there is a link that may be marked: silence says as well that a page has no marks.
  const listen = once(() => {
    const answers = createAnswers(marks, texts, scanAnew);
    onMessage((message) => answerMessage(answers, message, null));
    // Pages that note their state in their address may do so many times a second.
    onNavigation(afterRest(scanAnew, REST, LONGEST), lifetime);
    // Nothing else tells that the whole document is edited now: whoever edits it puts the caret somewhere first.
    hear('selectionchange', () => ofDocument('designMode') === 'on' && marks.clear(), { capture: true });
  });
  const update: Reports['update'] = (added) => reports.update(added);
  const marks = createMarks(lifetime, listen, update);
  const texts = createTexts(lifetime, listen, update);
  const list = () => [...marks.publications(), ...(texts.marks?.publications() ?? [])];
  // What is said of the page itself counts too.
  const reports = createReports(list, isOnIfgSite() && window === top, lifetime);
  const scanAll = scanPage(marks, texts, update, lifetime);
  // The page may be known itself, and is asked what it calls itself.
  if (isNamedByAddress()) listen();

  /** Known by its name from the start: the first look at the page already listens. */
  function scanAnew(): void {
    marks.forget();
    texts.forget();
    reports.renew();
    scanAll();
  }
}
