import browser from 'webextension-polyfill';
import type { Gloss } from '../../core/gloss.ts';
import { type BackgroundRequests, createAsk } from '../../core/messages.ts';
import { parseSettings, SETTINGS_KEY } from '../../core/settings.ts';
import { startLifetime } from './lifetime.ts';
import { listen } from './listen.ts';
import { createNotes } from './notes.tsx';
import { createPanel } from './panel.tsx';
import { findPassagesInPage } from './passages-in-page.ts';
import { watchPage } from './watch-page.ts';

const ask = createAsk<BackgroundRequests>((message) => browser.runtime.sendMessage(message));

/** Shows beside a page of the Institute's what is said about it; gives a function that looks at the page anew. */
export function startReader(): () => void {
  for (const left of document.querySelectorAll('ifg-gloss-panel, ifg-gloss-notes')) left.remove();
  const lifetime = startLifetime();
  const attempt = (work: () => Promise<void>) => void work().catch(() => lifetime.isOver());
  const notes = createNotes({ isShown: () => panel.isShown(), open: (subject) => panel.open(subject) });
  const makeRoom = (isOpen: boolean) => attempt(async () => void (await ask('makeRoom', { isOpen })));
  const panel = createPanel({ has: notes.has, show: notes.goTo }, makeRoom);
  let shown: Gloss | null = null;
  let latest = 0;

  const clear = () => {
    shown = null;
    notes.show([]);
    panel.show(null);
  };
  /** Reads what is said about the page; what comes late for a page that is left is not shown. */
  const refresh = async () => {
    latest += 1;
    const own = latest;
    const [{ isOn, gloss }, settings] = await Promise.all([ask('describeTab', { tabId: null }), readSettings()]);
    if (own !== latest || lifetime.isOver()) return;
    if (!isOn || gloss === null || gloss.conversations.length === 0) return clear();
    shown = gloss;
    panel.show(settings.panel ? gloss : null);
    if (settings.passages) await findPassages();
    else notes.show([]);
  };
  const findPassages = async () => {
    if (shown === null) return;
    const gloss = shown;
    const passages = await findPassagesInPage(gloss, (paragraphs) => ask('findPassages', { paragraphs }));
    if (gloss !== shown) return;
    notes.show(passages);
    if (panel.isShown()) panel.show(gloss);
  };

  listen(notes, panel, lifetime);
  watchPage({ onText: () => attempt(findPassages), onLayout: notes.place, onLeave: () => attempt(refresh) }, lifetime);
  browser.storage.onChanged.addListener((changes) => {
    if (SETTINGS_KEY in changes && !lifetime.isOver()) attempt(refresh);
  });
  lifetime.signal.addEventListener('abort', clear);
  attempt(refresh);
  return () => attempt(refresh);
}

async function readSettings() {
  return parseSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]);
}
