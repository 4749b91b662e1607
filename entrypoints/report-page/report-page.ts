import type { Gloss } from '../../core/gloss/gloss.ts';
import { parseReportPageSettings, SETTINGS_KEY } from '../../core/settings.ts';
import { removeLeft } from '../../page/own-hosts.ts';
import { readPageNames } from '../../page/page-names.ts';
import { ask } from '../../platform/ask.ts';
import { readStored, watchStored } from '../../platform/stored.ts';
import { elementOf } from './bring-into-view.ts';
import { startLifetime } from './lifetime.ts';
import { listen } from './listen.ts';
import { onceAFrame } from './once-a-frame.ts';
import { createPanel } from './panel.tsx';
import { findPassagesInPage, type PlacedPassage } from './passages-in-page.ts';
import { createRemarks } from './remarks.tsx';
import { watchPage } from './watch-page.ts';
import { watchSight } from './watch-sight.ts';

/** Shows beside a page of the Institute's what is said about it; gives a function that looks at the page anew. */
export function startReportPage(): () => void {
  let refresh = readPage(restart);
  function restart(): void {
    refresh = readPage(restart);
  }
  return () => refresh();
}

/** For as long as the page's document is the one that it is now. */
function readPage(restart: () => void): () => void {
  removeLeft('panel', 'remarks');
  const lifetime = startLifetime();
  const attempt = (work: () => Promise<void>) => void work().catch(() => lifetime.isOver());
  const remarks = createRemarks({
    isShown: () => panel.isShown(),
    open: (subject) => panel.open(subject),
    giveWay: () => panel.giveWay(),
    boxOf: () => panel.boxOf(),
  });
  const panel = createPanel({ has: remarks.has, show: remarks.goTo }, (wanted) =>
    ask('describeMoreOfPage', { names: readPageNames(), wanted }),
  );
  let shown: Gloss | null = null;
  let latest = 0;

  /** Draws nothing, for without the extension nothing can be drawn. */
  const clear = () => {
    shown = null;
    remarks.remove();
    panel.remove();
    sight.around([]);
  };
  /** Reads what is said about the page; what comes late for a page that is left is not shown. */
  const refresh = async () => {
    latest += 1;
    const own = latest;
    const [{ isOn, gloss }, settings] = await Promise.all([
      ask('describePage', { names: readPageNames() }),
      readStored(SETTINGS_KEY, parseReportPageSettings),
    ]);
    if (own !== latest || lifetime.isOver()) return;
    if (!isOn || gloss === null || gloss.conversations.length === 0) return clear();
    shown = gloss;
    panel.show(settings.panel ? gloss : null);
    if (settings.passages) await findPassages();
    else show([]);
  };
  const findPassages = async () => {
    if (shown === null) return;
    const gloss = shown;
    const passages = await findPassagesInPage((paragraphs) =>
      ask('findPassages', { names: readPageNames(), paragraphs }),
    );
    if (gloss !== shown) return;
    show(passages);
    if (panel.isShown()) panel.show(gloss);
  };
  const show = (passages: readonly PlacedPassage[]) => {
    remarks.show(passages);
    sight.around(passages.flatMap(({ range }) => elementOf(range) ?? []));
  };
  const place = () => {
    if (shown === null) return;
    panel.place();
    remarks.place();
  };
  const onWritten = () => {
    lifetime.end();
    restart();
  };

  listen(remarks, panel, lifetime);
  const callbacks = {
    onText: () => attempt(findPassages),
    onLayout: place,
    onLeave: () => attempt(refresh),
    onWritten,
  };
  const sight = watchSight(watchPage(callbacks, lifetime), onceAFrame(place), lifetime);
  watchStored(SETTINGS_KEY, () => lifetime.isOver() || attempt(refresh), lifetime.signal);
  lifetime.onEnd(clear);
  attempt(refresh);
  return () => attempt(refresh);
}
