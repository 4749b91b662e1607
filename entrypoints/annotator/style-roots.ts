import markCss from '../mark.css?inline';

/** Draws marks in shadow roots, in those that the scanner has marked already and in those to come. */
export function styleRoots(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(markCss);
  globalThis.ifgGlossStyleRoots = () => {
    for (const root of globalThis.ifgGlossUnstyled ?? [])
      if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    globalThis.ifgGlossUnstyled?.clear();
  };
  globalThis.ifgGlossStyleRoots();
}
