import type { Scripting, Tabs } from 'webextension-polyfill';
import type { BearingPageRequests } from '../../../core/protocol/bearing.ts';
import { type AnswerOf, createAsk, type RequestOf } from '../../../core/protocol/wire.ts';
import { inTime } from '../../../platform/in-time.ts';

/** As much of the browser's API as this needs. */
export interface BearingBrowser {
  readonly scripting: Pick<Scripting.Static, 'executeScript' | 'insertCSS'>;
  readonly tabs: Pick<Tabs.Static, 'get'> & {
    sendMessage(tabId: number, message: unknown, options: { readonly frameId?: number }): Promise<unknown>;
  };
  readonly storage: {
    readonly session: {
      get(key: string): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
    };
  };
}

/** A tab's own page, which is read and marked. */
export interface BearingPage {
  /** Puts into the page what reads and marks it; false where the browser lets no script in, or the page does not answer. */
  prepare(tabId: number): Promise<boolean>;
  /**
   * Puts in what draws marks, before the first: a user's style, which reaches into shadow roots and is stronger than the
   * page's. Only where there is something to draw, for the browser works out the style of the whole page anew.
   */
  style(tabId: number): Promise<void>;
  /** Null where it does not answer, in time or at all. */
  ask<Name extends keyof BearingPageRequests>(
    tabId: number,
    name: Name,
    request: RequestOf<BearingPageRequests, Name>,
  ): Promise<Awaited<AnswerOf<BearingPageRequests, Name>> | null>;
}

/** Milliseconds for which a page may take: it is read in slices, and may be busy itself. */
const PATIENCE = 8000;
const SCRIPT = 'bearing.js';
const STYLE = 'assets/bearing-passage.css';

export function createBearingPage({ scripting, tabs }: Omit<BearingBrowser, 'storage'>): BearingPage {
  return {
    async prepare(tabId) {
      const target = { tabId, frameIds: [0] };
      const put = scripting.executeScript({ target, files: [SCRIPT] }).then(() => true);
      return (await orNull(put)) ?? false;
    },
    async style(tabId) {
      const target = { tabId, frameIds: [0] };
      await orNull(scripting.insertCSS({ target, files: [STYLE], origin: 'USER' }));
    },
    ask: (tabId, name, request) =>
      orNull(
        createAsk<BearingPageRequests>((message) => tabs.sendMessage(tabId, message, { frameId: 0 }))(name, request),
      ) as Promise<never>,
  };
}

function orNull<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  return inTime(answer, 'a page', PATIENCE).catch(() => null);
}
