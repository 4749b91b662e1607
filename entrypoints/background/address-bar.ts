import type { Omnibox, Storage } from 'webextension-polyfill';
import { addressOfRoute, startOrder } from '../../core/library-route.ts';
import { PENDING_KEY, type PendingQuestion } from '../../core/protocol/pending-question.ts';
import type { SearchHit } from '../../core/protocol/search.ts';
import { keepLatest } from '../../core/search/keep-latest.ts';
import { asMarkup, asPlainText, type LinePart } from '../../core/search/one-line.ts';
import { readAsked } from '../../core/search/read-asked.ts';
import { type LibraryPageNeeds, type Place, showInTab } from '../../platform/library-page.ts';
import { type Say, suggest } from './suggestions.ts';

/** What the keyword in the address bar needs: the browser, words, the library's search, and whether a side panel answers. */
export interface AddressBarNeeds {
  readonly browser: LibraryPageNeeds & {
    readonly omnibox?: Pick<
      Omnibox.Static,
      'setDefaultSuggestion' | 'onInputStarted' | 'onInputChanged' | 'onInputEntered' | 'onInputCancelled'
    >;
    readonly storage: { readonly session: Pick<Storage.StorageArea, 'get' | 'set'> };
  };
  /** Firefox's. */
  readonly isSidePanelOpen: (windowId: number) => boolean;
  /** Chrome's. */
  readonly isTakenBySidePanel: () => Promise<boolean>;
  readonly translate: Say;
  /** Fulfilled when `translate` speaks the language that the reader chose. */
  readonly spoken: () => Promise<unknown>;
  /** What words find, the best first. */
  readonly search: (text: string) => Promise<readonly SearchHit[]>;
}

/** What is typed, and the browser's way to take suggestions for it. */
interface Typed {
  readonly text: string;
  readonly suggest: (suggestions: Omnibox.SuggestResult[]) => void;
}

/** Milliseconds without another letter after which the library is asked. */
const REST = 80;
/** Where session storage keeps what the suggestions lead to: the background may be stopped while they are shown. */
const LEADS_KEY = 'suggestion-leads';

/** Answers what is typed into the address bar behind the extension's keyword: suggests as one types, and goes there. */
export function startAddressBar(needs: AddressBarNeeds): void {
  const { omnibox } = needs.browser;
  // Firefox for Android has no keywords for extensions.
  if (omnibox === undefined) return;
  let latest: Typed | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take = (typed: Typed | null) => {
    latest = typed;
    clearTimeout(timer);
  };
  const ask = keepLatest<Typed, readonly SearchHit[]>(
    ({ text }) => needs.search(text),
    (typed, found) => {
      if (typed === latest && found.ok) void offer(needs, typed, found.value);
    },
  );
  // Not when the background starts: that would cost each of its starts something.
  omnibox.onInputStarted.addListener(async () => {
    await needs.spoken();
    omnibox.setDefaultSuggestion({
      description: inWriting([{ look: 'plain', text: needs.translate('look_up_label') }]),
    });
  });
  omnibox.onInputChanged.addListener((text, suggestThese) => {
    const typed = { text, suggest: suggestThese };
    take(typed);
    if (readAsked(text).kind === 'words') timer = setTimeout(ask, REST, typed);
    else suggestThese([]);
  });
  omnibox.onInputCancelled.addListener(() => take(null));
  omnibox.onInputEntered.addListener((text, disposition) => {
    take(null);
    void enter(needs, text, disposition);
  });
}

/** Chrome takes markup, Firefox text. */
function inWriting(parts: readonly LinePart[]): string {
  return import.meta.env.FIREFOX ? asPlainText(parts) : asMarkup(parts);
}

async function offer(
  { browser, translate, spoken }: AddressBarNeeds,
  typed: Typed,
  hits: readonly SearchHit[],
): Promise<void> {
  await spoken();
  const suggestions = suggest(hits, typed.text, translate);
  const leads = suggestions.map(({ content, address }) => [content, address]);
  await browser.storage.session.set({ [LEADS_KEY]: leads });
  typed.suggest(suggestions.map(({ content, parts }) => ({ content, description: inWriting(parts) })));
}

/** Goes where a suggestion leads; else words are searched for in the library, and of an address it is said what is known. */
async function enter(needs: AddressBarNeeds, text: string, disposition: Place): Promise<void> {
  const { browser } = needs;
  const lead = await readLead(browser.storage.session, text);
  const { kind } = readAsked(text);
  if (lead === null && (kind === 'address' || kind === 'display-form')) return describe(needs, text);
  const words = text.trim();
  const search = addressOfRoute({ view: 'search', text: words, order: startOrder(words) });
  await showInTab(browser, lead ?? search, disposition);
}

async function readLead(session: Pick<Storage.StorageArea, 'get'>, text: string): Promise<string | null> {
  const stored = (await session.get(LEADS_KEY))[LEADS_KEY];
  if (!Array.isArray(stored)) return null;
  const [, address] = (stored as readonly unknown[][]).find(([content]) => content === text.trim()) ?? [];
  return typeof address === 'string' ? address : null;
}

/** Hands the question to the side panel if that is open, else to a tab with what the popup shows of the tab in front. */
async function describe(
  { browser, isSidePanelOpen, isTakenBySidePanel }: AddressBarNeeds,
  asked: string,
): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const windowId = tab?.windowId ?? -1;
  const question: PendingQuestion = { asked, linkText: '', windowId, time: Date.now() };
  await browser.storage.session.set({ [PENDING_KEY]: question });
  const isTaken = import.meta.env.FIREFOX ? isSidePanelOpen(windowId) : await isTakenBySidePanel();
  if (!isTaken) await browser.tabs.create({ url: browser.runtime.getURL(`popup.html?tab=${tab?.id ?? -1}`) });
}
