import browser, { type Runtime } from 'webextension-polyfill';
import { readRoute } from '../../core/library-route.ts';
import { askerOf } from '../../core/protocol/senders.ts';
import type { LibraryTabRequests } from '../../core/protocol/tab-requests.ts';
import { answerMessage } from '../../core/protocol/wire.ts';
import type { Go } from './router.ts';

/** Goes where the background or another page of the extension leads to. */
export function listenForRoutes(go: Go): void {
  const answers = {
    goTo({ address }: { readonly address: string }): true {
      const isHere = address === location.pathname + location.search;
      go(readRoute(new URL(address, location.href).search), isHere ? 'replace' : 'push');
      return true;
    },
  };
  const own = { id: browser.runtime.id, root: browser.runtime.getURL('') };
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    // What scripts in pages send comes here too, and is for the background.
    if (askerOf(sender, own) !== 'extension') return undefined;
    return answerMessage<LibraryTabRequests, null>(answers, message, null) ?? undefined;
  });
}
