import markCss from '../mark.css?inline';

/** Draws marks in shadow roots, in those that the scanner has marked already and in those to come. Most pages have none. */
export function styleRoots(): void {
  let sheet: CSSStyleSheet | null = null;
  globalThis.ifgGlossStyleRoots = () => {
    for (const root of globalThis.ifgGlossUnstyled ?? []) {
      sheet ??= createSheet();
      if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
    globalThis.ifgGlossUnstyled?.clear();
  };
  globalThis.ifgGlossStyleRoots();
}

function createSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(markCss);
  return sheet;
}
