import type { Runtime, Scripting, Tabs } from 'webextension-polyfill';
import { ALL_SITES } from '../../core/access.ts';
import type { MarkKind } from '../../core/protocol/marks.ts';
import type { PageWords } from './page-words.ts';

/** As much of the browser's API as this needs. */
export interface FrameNeeds {
  readonly scripting: Pick<Scripting.Static, 'executeScript' | 'insertCSS'>;
  readonly tabs: Pick<Tabs.Static, 'query'>;
}

/** Puts into frames what they need; nothing where a sender has no tab. */
export interface Frames {
  /** Puts the scanner into the pages that were open before the extension was installed, updated or switched on. */
  injectScanner(this: void): Promise<void>;
  /**
   * Puts into a frame what marks of a kind need: their style, and the annotator, which sees whether it is there already.
   * Fulfilled when the style is there; marks do not wait for the annotator.
   */
  prepareFrame(this: void, sender: Runtime.MessageSender, kind: MarkKind): Promise<void>;
  /** Puts into a frame what draws marks that an underline does not show. */
  drawForms(this: void, sender: Runtime.MessageSender): Promise<void>;
  /** Puts into a frame what marks the addresses that its texts spell out. */
  prepareTexts(this: void, sender: Runtime.MessageSender): Promise<void>;
  /** Puts into a frame what draws cards there. */
  prepareCard(this: void, sender: Runtime.MessageSender): Promise<void>;
  /** Puts beside a page what is said about it: a script that is there already looks anew. */
  openReportPage(this: void, sender: Runtime.MessageSender): Promise<void>;
}

/** In the order in which they run: the annotator asks the other how marks are drawn. */
const SCRIPTS = ['forms.js', 'annotator.js'];
const STYLES = { link: 'assets/mark.css', text: 'assets/text-mark.css' } as const;
/** Without it nothing of ours is drawn but marks. */
export const HOSTS = 'assets/hosts.css';

/** `lendTo` gives a frame words, where it does not take the browser's, before what speaks. */
export function createFrames(browser: FrameNeeds, lendTo: PageWords['lendTo']): Frames {
  return {
    async injectScanner() {
      const open = await browser.tabs.query({ url: [...ALL_SITES] });
      await Promise.allSettled(
        open.map(({ id: tabId = -1 }) =>
          browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['scanner.js'] }),
        ),
      );
    },
    async prepareFrame(sender, kind) {
      const target = frameOf(sender);
      if (target === null) return;
      void lendTo(target)
        .then(() => browser.scripting.executeScript({ target, files: SCRIPTS }))
        .catch(() => null);
      // A user's style: it reaches into shadow roots, and is stronger than whatever the page calls important. It comes
      // before the marks, for Chromium does not apply it to what is marked in a shadow root already.
      await browser.scripting.insertCSS({ target, files: [STYLES[kind], HOSTS], origin: 'USER' }).catch(() => null);
    },
    async drawForms(sender) {
      const target = frameOf(sender);
      if (target !== null)
        await browser.scripting.insertCSS({ target, files: ['assets/mark-forms.css'], origin: 'USER' });
    },
    async prepareTexts(sender) {
      const target = frameOf(sender);
      if (target !== null) await browser.scripting.executeScript({ target, files: ['written.js'] });
    },
    async prepareCard(sender) {
      const target = frameOf(sender);
      if (target !== null) await browser.scripting.executeScript({ target, files: ['card.js'] });
    },
    async openReportPage({ tab }) {
      if (tab?.id === undefined) return;
      const target = { tabId: tab.id };
      await lendTo(target);
      // First, for without it nothing is drawn; a user's style, for it has to be stronger than that of our own elements.
      await browser.scripting
        .insertCSS({ target, files: [HOSTS, 'assets/passage.css'], origin: 'USER' })
        .catch(() => null);
      await browser.scripting.executeScript({ target, files: ['report-page.js'] }).catch(() => null);
    },
  };
}

function frameOf({ tab, frameId = 0 }: Runtime.MessageSender): Scripting.InjectionTarget | null {
  return tab?.id === undefined ? null : { tabId: tab.id, frameIds: [frameId] };
}
