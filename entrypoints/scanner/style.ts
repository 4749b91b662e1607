import { isShadowRoot } from './node-kinds.ts';

/** Has the marks of a shadow root drawn, which the page's style sheets do not reach. The annotator has the style. */
export function styleRoot(root: Node): void {
  if (!isShadowRoot(root)) return;
  globalThis.ifgGlossUnstyled ??= new Set();
  globalThis.ifgGlossUnstyled.add(root);
  globalThis.ifgGlossStyleRoots?.();
}
