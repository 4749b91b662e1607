/** A sheet that is adopted is not subject to the page's content security policy; a style element is, in Firefox. */
export function adoptStyles(root: ShadowRoot, css: string): void {
  // A sheet belongs to the window of the document that adopts it.
  const sheet = new (root.ownerDocument.defaultView ?? window).CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
}
