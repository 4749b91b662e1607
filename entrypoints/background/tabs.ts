import browser, { type Runtime } from 'webextension-polyfill';
import { ALL_SITES } from '../../core/access.ts';
import { markedLinks, pageNames } from '../../core/protocol/forms.ts';
import type { FrameMarks, MarkKind } from '../../core/protocol/marks.ts';
import type { ClosedCard } from '../../core/protocol/outside-card.ts';
import type { PageNames } from '../../core/protocol/page-names.ts';
import type { PaneRequests } from '../../core/protocol/pane-requests.ts';
import type { AnnotatorRequests, ScannerRequests } from '../../core/protocol/tab-requests.ts';
import { createAsk, type RequestOf } from '../../core/protocol/wire.ts';
import { documentsIn } from './documents.ts';
import { patience } from './patience.ts';

/** Puts the scanner into the pages that were open before the extension was installed, updated or switched on. */
export async function injectScanner(): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...ALL_SITES] });
  await Promise.allSettled(
    tabs.map(async ({ id: tabId = -1 }) => {
      await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['scanner.js'] });
    }),
  );
}

/** In the order in which they run: the annotator asks the other how marks are drawn. */
const SCRIPTS = ['forms.js', 'annotator.js'];
const STYLES = { link: 'assets/mark.css', text: 'assets/text-mark.css' } as const;
/** Without it nothing of ours is drawn but marks. */
const HOSTS = 'assets/hosts.css';

/**
 * Puts into a frame what marks of a kind need: their style, and the annotator, which sees whether it is there already.
 * Fulfilled when the style is there; marks do not wait for the annotator.
 */
export async function prepareFrame({ tab, frameId = 0 }: Runtime.MessageSender, kind: MarkKind): Promise<void> {
  if (tab?.id === undefined) return;
  const target = { tabId: tab.id, frameIds: [frameId] };
  void browser.scripting.executeScript({ target, files: SCRIPTS }).catch(() => null);
  // A user's style: it reaches into shadow roots, and is stronger than whatever the page calls important. It comes before
  // the marks, for Chromium does not apply it to what is marked in a shadow root already.
  await browser.scripting.insertCSS({ target, files: [STYLES[kind], HOSTS], origin: 'USER' }).catch(() => null);
}

/** Puts into a frame what draws marks that an underline does not show. */
export async function drawForms({ tab, frameId = 0 }: Runtime.MessageSender): Promise<void> {
  if (tab?.id === undefined) return;
  const target = { tabId: tab.id, frameIds: [frameId] };
  await browser.scripting.insertCSS({ target, files: ['assets/mark-forms.css'], origin: 'USER' });
}

/** Puts into a frame what marks the addresses that its texts spell out. */
export async function prepareTexts({ tab, frameId = 0 }: Runtime.MessageSender): Promise<void> {
  if (tab?.id === undefined) return;
  await browser.scripting.executeScript({ target: { tabId: tab.id, frameIds: [frameId] }, files: ['written.js'] });
}

/** Puts into a frame what draws cards there. */
export async function prepareCard({ tab, frameId = 0 }: Runtime.MessageSender): Promise<void> {
  if (tab?.id === undefined) return;
  await browser.scripting.executeScript({ target: { tabId: tab.id, frameIds: [frameId] }, files: ['card.js'] });
}

/** Puts beside a page what is said about it: a script that is there already looks anew. */
export async function openReportPage({ tab }: Runtime.MessageSender): Promise<void> {
  if (tab?.id === undefined) return;
  const target = { tabId: tab.id };
  // First, for without it nothing is drawn; a user's style, for it has to be stronger than that of our own elements.
  await browser.scripting.insertCSS({ target, files: [HOSTS, 'assets/passage.css'], origin: 'USER' }).catch(() => null);
  await browser.scripting.executeScript({ target, files: ['report-page.js'] }).catch(() => null);
}

/** The marked links of a tab, frame by frame. */
export async function listMarks(tabId: number): Promise<readonly FrameMarks[]> {
  const frames = (await documentsIn(tabId)) ?? [{ frameId: 0 }];
  const perFrame = await Promise.allSettled(
    frames.map(async ({ frameId }) => ({
      frameId,
      // A page that has broken out of its sandbox says what it likes.
      marks: markedLinks(await askFrame(tabId, frameId)('listMarks', {})) ?? [],
    })),
  );
  return perFrame.flatMap((frame) => (frame.status === 'fulfilled' ? [frame.value] : []));
}

/** Tells the popup and the side panel that the marks of a page have changed; nobody hears it where none is open. */
export async function tellMarksChanged({ tab }: Runtime.MessageSender): Promise<void> {
  const tell = createAsk<PaneRequests>((message) => browser.runtime.sendMessage(message));
  if (tab?.id !== undefined) await tell('marksChanged', { tabId: tab.id }).catch(() => null);
}

/** A tab, as far as the browser itself knows it. */
interface ReadTab {
  /** -1 where it is gone. */
  readonly id: number;
  readonly address: string;
  readonly title: string;
}

export async function readTab(tabId = -1): Promise<ReadTab> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (tab === null) return { id: -1, address: '', title: '' };
  const { url: address = '', title = '' } = tab;
  return { id: tabId, address, title };
}

/** What a tab's page calls itself; null where its scanner does not say, in time or at all. */
export async function namesOf(tabId: number): Promise<PageNames | null> {
  const naming = askFrame(tabId, 0)('namePage', {});
  // A page that has broken out of its sandbox says what it likes.
  return Promise.race([naming, patience()]).then(
    (names) => pageNames(names) ?? null,
    () => null,
  );
}

/** Whether no script may look into a tab's page, as into a viewer of PDFs; a page that is busy is none of these. */
export async function isClosed(tabId: number): Promise<boolean> {
  const looking = browser.scripting.executeScript({ target: { tabId }, func: () => true, injectImmediately: true });
  return Promise.race([looking, patience()]).then(
    () => false,
    () => true,
  );
}

/** Has all tabs marked and counted anew, after the settings changed. */
export async function refreshMarks(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.map(({ id = -1 }) => askFrame(id)('refreshMarks', {})));
}

/** Has the annotators of the tab in front open the card of the link that has the focus, in whatever frame it is. */
export async function openCard(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id !== undefined) await askAnnotators(tab.id)('openCard', {}).catch(() => null);
}

/** Leaves one card open in a tab, wherever it is. */
export async function closeCards(tabId: number, except: string): Promise<void> {
  await askAnnotators(tabId)('closeCard', { except }).catch(() => null);
}

/** Opens a card in the tab's own page, for a link in a frame of it; false where that page can show none. */
export async function openFrameCard(
  tabId: number,
  card: RequestOf<AnnotatorRequests, 'openFrameCard'>,
): Promise<boolean> {
  try {
    const target = { tabId };
    await browser.scripting.executeScript({ target, files: ['annotator.js', 'card.js'] });
    await browser.scripting.insertCSS({ target, files: [HOSTS], origin: 'USER' });
    return await askAnnotators(tabId, { frameId: 0 })('openFrameCard', card);
  } catch {
    return false;
  }
}

export async function closeFrameCard(tabId = -1, opener: string): Promise<boolean> {
  return askAnnotators(tabId, { frameId: 0 })('closeFrameCard', { opener }).catch(() => false);
}

export async function tellCardClosed(tabId = -1, closed: ClosedCard): Promise<boolean> {
  return askAnnotators(tabId)('frameCardClosed', closed).catch(() => false);
}

function askAnnotators(tabId: number, options: { readonly frameId?: number } = {}) {
  return createAsk<AnnotatorRequests>((message) => browser.tabs.sendMessage(tabId, message, options));
}

function askFrame(tabId: number, frameId?: number) {
  const options = frameId === undefined ? {} : { frameId };
  return createAsk<ScannerRequests>((message) => browser.tabs.sendMessage(tabId, message, options));
}
