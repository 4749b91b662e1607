import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PageRequests } from '../core/protocol/page-requests.ts';
import { createBackgroundAsk } from '../core/protocol/wire.ts';

declare const browser: { readonly runtime: Runtime } | undefined;
declare const chrome: { readonly runtime: Runtime };
interface Runtime {
  sendMessage(message: unknown): Promise<unknown>;
}

/** Runs on sites that are switched off, and tells the background so: with each page the browser forgets the icon of its tab. */
export default defineUnlistedScript(() => {
  const { runtime } = typeof browser === 'undefined' ? chrome : browser;
  const ask = createBackgroundAsk<PageRequests>((message) => runtime.sendMessage(message));
  // After an update the old script finds nobody; the background has seen to the tab by then.
  const tell = () => void ask('showSiteOff', {}).catch(() => null);
  // What the browser prepares, for the case that the reader goes there, is not in the tab yet.
  if (document.prerendering === true) document.addEventListener('prerenderingchange', tell, { once: true });
  else tell();
  // A page that comes back as it was left is a new one to the toolbar, too.
  addEventListener('pageshow', ({ persisted }) => persisted && tell());
});
