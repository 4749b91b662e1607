import { ofElement } from './dom.ts';

declare const chrome: { readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };

/** An element's shadow root, also one that is closed to the page. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return null;
  if (import.meta.env.FIREFOX) return ofElement(element, 'openOrClosedShadowRoot') ?? null;
  return chrome.dom?.openOrClosedShadowRoot(element) ?? null;
}
