import { ofElement } from './dom.ts';
import { apis } from './extension.ts';
import { isHtml } from './node-kinds.ts';

/** An element's shadow root, also one that is closed to the page. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (!isHtml(element)) return null;
  // https://developer.mozilla.org/docs/Web/API/Element/openOrClosedShadowRoot; in Chrome it is a function.
  if (import.meta.env.FIREFOX) return ofElement(element, 'openOrClosedShadowRoot') ?? null;
  return apis.chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
}
