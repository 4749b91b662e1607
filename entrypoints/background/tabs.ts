import type { Runtime, Scripting, Tabs as TabsApi } from 'webextension-polyfill';
import { markedLinks, pageNames } from '../../core/protocol/forms.ts';
import type { FrameMarks } from '../../core/protocol/marks.ts';
import type { PageNames } from '../../core/protocol/page-names.ts';
import type { PaneRequests } from '../../core/protocol/pane-requests.ts';
import type { ScannerRequests } from '../../core/protocol/tab-requests.ts';
import { createAsk } from '../../core/protocol/wire.ts';
import { documentsIn } from './documents.ts';
import { patience } from './patience.ts';

/** Asking what listens in a tab: in one of its frames, or in all. */
export interface Asking {
  sendMessage(tabId: number, message: unknown, options: { readonly frameId?: number }): Promise<unknown>;
}

/** As much of the browser's API as this needs. */
export interface TabNeeds {
  readonly runtime: Pick<Runtime.Static, 'sendMessage'>;
  readonly scripting: Pick<Scripting.Static, 'executeScript'>;
  readonly tabs: Asking & Pick<TabsApi.Static, 'get' | 'query'>;
}

/** A tab, as far as the browser itself knows it. */
interface ReadTab {
  /** -1 where it is gone. */
  readonly id: number;
  readonly address: string;
  readonly title: string;
}

/** What tabs show, and what their scanners know. */
export interface Tabs {
  readTab(this: void, tabId: number): Promise<ReadTab>;
  /** What a tab's page calls itself; null where its scanner does not say, in time or at all. */
  namesOf(this: void, tabId: number): Promise<PageNames | null>;
  /** Whether no script may look into a tab's page, as into a viewer of PDFs; a page that is busy is none of these. */
  isClosed(this: void, tabId: number): Promise<boolean>;
  /** The marked links of a tab, frame by frame. */
  listMarks(this: void, tabId: number): Promise<readonly FrameMarks[]>;
  /** Tells the popup and the side panel that the marks of a page have changed; nobody hears it where none is open. */
  tellMarksChanged(this: void, sender: Runtime.MessageSender): Promise<void>;
  /** Has all tabs marked and counted anew, as after the settings changed. */
  refreshMarks(this: void): Promise<void>;
  /** The same for a tab that has come to another window. */
  refreshMoved(this: void, tabId: number): Promise<void>;
}

/**
 * Milliseconds between attempts to reach a tab that has come to another window: Firefox says that it has come while its page
 * is still on the way. A page that has no marks never answers.
 */
const ARRIVES = [0, 100, 400, 1500];

export function createTabs(browser: TabNeeds): Tabs {
  const askFrame = (tabId: number, frameId?: number) => {
    const options = frameId === undefined ? {} : { frameId };
    return createAsk<ScannerRequests>((message) => browser.tabs.sendMessage(tabId, message, options));
  };
  const tell = createAsk<PaneRequests>((message) => browser.runtime.sendMessage(message));
  return {
    async readTab(tabId) {
      const tab = await browser.tabs.get(tabId).catch(() => null);
      if (tab === null) return { id: -1, address: '', title: '' };
      const { url: address = '', title = '' } = tab;
      return { id: tabId, address, title };
    },
    namesOf(tabId) {
      const naming = askFrame(tabId, 0)('namePage', {});
      // A page that has broken out of its sandbox says what it likes.
      return Promise.race([naming, patience()]).then(
        (names) => pageNames(names) ?? null,
        () => null,
      );
    },
    isClosed(tabId) {
      const looking = browser.scripting.executeScript({ target: { tabId }, func: () => true, injectImmediately: true });
      return Promise.race([looking, patience()]).then(
        () => false,
        () => true,
      );
    },
    async listMarks(tabId) {
      const frames = (await documentsIn(browser, tabId)) ?? [{ frameId: 0 }];
      const perFrame = await Promise.allSettled(
        frames.map(async ({ frameId }) => ({
          frameId,
          // As above.
          marks: markedLinks(await askFrame(tabId, frameId)('listMarks', {})) ?? [],
        })),
      );
      return perFrame.flatMap((frame) => (frame.status === 'fulfilled' ? [frame.value] : []));
    },
    async tellMarksChanged({ tab }) {
      if (tab?.id !== undefined) await tell('marksChanged', { tabId: tab.id }).catch(() => null);
    },
    async refreshMarks() {
      const open = await browser.tabs.query({});
      await Promise.allSettled(open.map(({ id = -1 }) => askFrame(id)('refreshMarks', {})));
    },
    async refreshMoved(tabId) {
      for (const wait of ARRIVES) {
        await new Promise((resolve) => setTimeout(resolve, wait));
        const isHeard = await askFrame(tabId)('refreshMarks', {}).catch(() => false);
        if (isHeard) return;
      }
    },
  };
}
