import type { Scripting, Tabs } from 'webextension-polyfill';
import { ALL_SITES } from '../../core/access.ts';
import type { Messages } from '../../core/localisation.ts';

/** As much of the browser's API as this needs. */
export interface PageWordsNeeds {
  readonly scripting: Pick<Scripting.Static, 'executeScript'>;
  readonly tabs: Pick<Tabs.Static, 'query'>;
}

/** Words for scripts in pages, which cannot read them themselves: those of the language that the reader chose. */
export interface PageWords {
  /** Lends a frame words before it is given a script that speaks; nothing for the browser's language. */
  lendTo(this: void, target: Scripting.InjectionTarget): Promise<void>;
  /** Has all scripts that speak in open pages speak the language that is chosen now. */
  lendAnew(this: void): Promise<void>;
}

const SCRIPT = 'words.js';

/** `spoken` gives the words that the background speaks; null for the browser's. */
export function createPageWords(
  { scripting, tabs }: PageWordsNeeds,
  spoken: () => Promise<Messages | null>,
): PageWords {
  const put = async (target: Scripting.InjectionTarget, messages: Messages | null) => {
    await scripting.executeScript({ target, files: [SCRIPT] });
    await scripting.executeScript({ target, args: [messages], func: take });
  };
  const speakingFramesOf = async (tabId: number) => {
    const frames = await scripting.executeScript({ target: { tabId, allFrames: true }, func: speaks });
    return frames.flatMap(({ frameId, result }) => (result === true ? [frameId] : []));
  };
  return {
    async lendTo(target) {
      const messages = await spoken();
      if (messages !== null) await put(target, messages).catch(() => null);
    },
    async lendAnew() {
      const [messages, open] = await Promise.all([spoken(), tabs.query({ url: [...ALL_SITES] })]);
      const lending = open.map(async ({ id: tabId = -1 }) => {
        const frameIds = await speakingFramesOf(tabId);
        if (frameIds.length > 0) await put({ tabId, frameIds }, messages);
      });
      await Promise.allSettled(lending);
    },
  };
}

/** Runs in a page. */
function speaks(): boolean {
  return globalThis.ifgGlossAnnotator === true || typeof globalThis.ifgGlossRefreshReportPage === 'function';
}

/** Runs in a page, where the script that takes words is; what is open is drawn anew. */
function take(messages: Messages | null): void {
  globalThis.ifgGlossLendWords?.(messages);
  globalThis.ifgGlossRedrawCard?.();
  if (typeof globalThis.ifgGlossRefreshReportPage === 'function') globalThis.ifgGlossRefreshReportPage();
}
