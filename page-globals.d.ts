/** What the scanner and the annotator leave for each other in the world that they share; pages cannot see it. */
declare var ifgGlossScanner: true | undefined;
declare var ifgGlossAnnotator: true | undefined;
/** What looks through a page for what bears on recommendations; there once its reader has asked. */
declare var ifgGlossBearing: true | undefined;
/** The elements of ours that stand in the page; there from the start. */
declare var ifgGlossHosts: WeakSet<Element> | undefined;
declare var ifgGlossRefreshReportPage: (() => void) | undefined;
/** The marked links, and what is told of each that gets a mark: the annotator decides how it is drawn. */
declare var ifgGlossLinkMarks:
  | ReadonlyMap<
      Element,
      { readonly address: string; readonly posts: number; readonly sureness: string; waits: boolean }
    >
  | undefined;
declare var ifgGlossOnMark: ((link: Element) => void) | undefined;
/** Told when a page goes on changing, and when it has come to rest or has been looked at meanwhile. */
declare var ifgGlossOnFlux: ((isNow: boolean) => void) | undefined;
/** What says how marks are drawn; there from the first mark on. */
declare var ifgGlossForms: true | undefined;
/** The marked addresses in text, with what is known of each. Firefox lets no script iterate over a page's highlights. */
declare var ifgGlossTextMarks: ReadonlyMap<Range, { readonly address: string; readonly sureness: string }> | undefined;
/** What puts the listeners of all scripts on the window again. */
declare var ifgGlossListeners: (() => void)[] | undefined;
/** Reads and marks addresses in text; there from the first text that may hold one. */
declare var ifgGlossMarkTexts: typeof import('./entrypoints/written/text-marks.ts').createTextMarks | undefined;
/** Brings a marked link, or the text that a marked address begins in, into view; false where there is none to be seen. */
declare var ifgGlossShowMark: ((place: Node | undefined) => boolean) | undefined;
/** Words of the language that the reader chose, in place of the browser's; in the extension's own contexts, too. */
declare var ifgGlossWords: import('./core/localisation.ts').Localisation | undefined;
/** What takes them; null takes them away. */
declare var ifgGlossLendWords: ((messages: import('./core/localisation.ts').Messages | null) => void) | undefined;
/** Draws the card that is open anew, in the language that is chosen now. */
declare var ifgGlossRedrawCard: (() => void) | undefined;
/** Draws a card; there from the first card in a frame on. */
declare var ifgGlossShowCard: import('./entrypoints/annotator/shown-card.ts').ShowCard | undefined;
/** Shows what the reader has written; there from the first card or panel on that has some of it. */
declare var ifgGlossPlaceOwn: import('./entrypoints/own-place/place-own.ts').PlaceOwn | undefined;

/** Chrome's: https://developer.mozilla.org/docs/Web/API/Document/prerendering */
interface Document {
  readonly prerendering?: boolean;
}

/** Firefox's, for extensions: https://developer.mozilla.org/docs/Web/API/Element/openOrClosedShadowRoot */
interface Element {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}
