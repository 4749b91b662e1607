import markCss from '../mark.css?inline';
import { isShadowRoot } from './node-kinds.ts';

let sheet: CSSStyleSheet | null = null;

/** Draws the marks of a shadow root, which the manifest's style sheet does not reach. Documents have that one. */
export function styleRoot(root: Node): void {
  if (!isShadowRoot(root)) return;
  if (sheet === null) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(markCss);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
