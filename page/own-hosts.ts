import { createHtml, type OwnElement, selectAll } from './dom.ts';

/** What stands in a page of ours; its style sheets draw each by this name. */
export type HostKind = 'card' | 'voice' | 'panel' | 'remarks';

/** For the sheets that come into a page with our scripts. Scripts know their hosts as such: a page may write anything. */
const HOST = 'data-ifg-gloss-host';

/**
 * A new element of ours with a shadow root that is closed to the page. Its name is a plain one: where it could be that
 * of a custom element, a page defines that, and has the root from its internals, or forbids it one.
 * https://html.spec.whatwg.org/#dom-elementinternals-shadowroot
 */
export function createOwnHost(kind: HostKind): { readonly host: OwnElement; readonly root: ShadowRoot } {
  const host = createHtml('div');
  host.setAttribute(HOST, kind);
  globalThis.ifgGlossHosts?.add(host);
  return { host, root: host.attachShadow({ mode: 'closed' }) };
}

/** Takes out what a script of an earlier installation has left: where an extension ends, Firefox ends its scripts at once. */
export function removeLeft(...kinds: readonly HostKind[]): void {
  const left = selectAll(document, kinds.map((kind) => `[${HOST}=${kind}]`).join());
  for (const host of left) if (globalThis.ifgGlossHosts?.has(host) !== true) Element.prototype.remove.call(host);
}
