/**
 * Gives a shadow root of ours its rules. A sheet that is adopted is refused to content scripts by Firefox 140
 * (https://bugzilla.mozilla.org/show_bug.cgi?id=1928865); a style element stands above the page's content security
 * policy in both browsers where a content script sets its `textContent`, and in Firefox only then.
 */
export function styleRoot(root: ShadowRoot, css: string): void {
  const html = 'http://www.w3.org/1999/xhtml';
  const style = Document.prototype.createElementNS.call(root.ownerDocument, html, 'style') as HTMLStyleElement;
  style.textContent = css;
  root.prepend(style);
}
