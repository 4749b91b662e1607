import type { Runtime, Scripting, Tabs } from 'webextension-polyfill';
import { patience } from './patience.ts';

/** As much of the browser's API as this needs. */
export interface Looking {
  readonly scripting: Pick<Scripting.Static, 'executeScript'>;
  readonly tabs: Pick<Tabs.Static, 'get'>;
}

/** A document that a tab shows now. */
interface ShownDocument {
  readonly frameId: number;
  /** As `documentOf` says it. */
  readonly document: string;
}

/** Chrome's, of which the polyfill knows nothing. */
interface Named {
  readonly documentId?: string;
  readonly frameId?: number;
}

/**
 * Names a document for as long as it lives. A frame's number is no name: Chrome gives another to a page that is kept for
 * the way back, and the next page has the same. Firefox has no names; there a frame and the time at which its document
 * began stand for it.
 */
export function documentOf({ documentId, frameId = 0 }: Runtime.MessageSender & Named, documentStart: number): string {
  return documentId ?? `${frameId} ${documentStart}`;
}

/** The documents of a tab that the extension may look into; none where the tab is gone, null where it does not say. */
export async function documentsIn(browser: Looking, tabId: number): Promise<readonly ShownDocument[] | null> {
  const injection = { target: { tabId, allFrames: true }, func: () => performance.timeOrigin, injectImmediately: true };
  try {
    const frames = await Promise.race([browser.scripting.executeScript(injection), patience()]);
    if (frames === undefined) return null;
    return frames
      .map(({ result, ...frame }) => ({ frameId: frame.frameId, document: documentOf(frame, Number(result)) }))
      .sort((a, b) => a.frameId - b.frameId);
  } catch {
    // It is gone, or it is a page whose frames alone may be looked into.
    return browser.tabs.get(tabId).then(
      () => null,
      () => [],
    );
  }
}
