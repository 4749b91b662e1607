import browser, { type Runtime } from 'webextension-polyfill';
import type { PaneRequests } from '../../core/protocol/pane-requests.ts';
import { askerOf } from '../../core/protocol/senders.ts';
import { answerMessage } from '../../core/protocol/wire.ts';

/** Milliseconds after which marks that were found are on their links, and taken off where they were switched off. */
const MARKING = 300;

/**
 * Calls back when the marks of a tab have changed; once for changes that come close together, and in between where they
 * come on and on.
 */
export function onMarks(renew: (tabId: number) => void): (tabId: number) => void {
  /** The tabs that are renewed soon, and whether their marks have changed again since. */
  const waiting = new Map<number, boolean>();
  const renewSoon = (tabId: number) => {
    const isAgain = waiting.has(tabId);
    waiting.set(tabId, isAgain);
    if (!isAgain) setTimeout(renewNow, MARKING, tabId);
  };
  const renewNow = (tabId: number) => {
    const hasChangedAgain = waiting.get(tabId);
    waiting.delete(tabId);
    if (hasChangedAgain) renewSoon(tabId);
    renew(tabId);
  };
  const answers = {
    marksChanged({ tabId }: { readonly tabId: number }): true {
      renewSoon(tabId);
      return true;
    },
  };
  const own = { id: browser.runtime.id, root: browser.runtime.getURL('') };
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    // What scripts in pages send comes here too, and is for the background.
    if (askerOf(sender, own) !== 'extension') return undefined;
    return answerMessage<PaneRequests, null>(answers, message, null) ?? undefined;
  });
  return renewSoon;
}
