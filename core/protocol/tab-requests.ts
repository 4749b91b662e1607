import type { Gloss } from '../gloss/gloss.ts';
import type { MarkedLink } from './marks.ts';
import type { ClosedCard, OutsideCard } from './outside-card.ts';
import type { PageNames } from './page-names.ts';

/** What the background or a page may ask the scanner of one frame. */
export interface ScannerRequests {
  listMarks(request: Record<string, never>): readonly MarkedLink[];
  /** What the frame's page calls itself. */
  namePage(request: Record<string, never>): PageNames;
  /** Opens what hides a marked link, scrolls there and puts the focus on it; false where it is gone or cannot be seen. */
  showMark(request: { readonly id: number }): boolean;
  /** The settings have changed: take all marks off and ask again. */
  refreshMarks(request: Record<string, never>): true;
}

/** What the background may ask the annotators of a tab's frames. */
export interface AnnotatorRequests {
  /** Opens the card of the link that has the focus, and moves the focus into it; false where there is none. */
  openCard(request: Record<string, never>): boolean;
  /** Closes the card, but not in the frame whose annotator has this id. */
  closeCard(request: { readonly except: string }): boolean;
  /** What was not there may have been written about what the card is of; false where none is open. */
  renewOwn(request: Record<string, never>): boolean;
  /** Opens a card beside the frame that the reader is in; false where none is found. */
  openFrameCard(request: OutsideCard & { readonly gloss: Gloss }): boolean;
  /** Closes that card, unless the reader is in it. */
  closeFrameCard(request: { readonly opener: string }): boolean;
  /** That card has closed: where it had the focus, its link gets it back. */
  frameCardClosed(request: ClosedCard): boolean;
}

/** What the background or another page of the extension may ask a tab with the library page. */
export interface LibraryTabRequests {
  /** Goes to what an address of the page names. */
  goTo(request: { readonly address: string }): true;
}
