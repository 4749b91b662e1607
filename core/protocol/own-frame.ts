import type { AskedLink } from './marks.ts';
import type { ActedOn } from './own.ts';
import type { PageNames } from './page-names.ts';

/**
 * Admits one frame of ours in a page to what the reader has written about what a card or a panel there is about; random,
 * void with the next one for the same place, and of no use in another tab or for a second frame.
 */
export type OwnTicket = string;

/** For scripts of ours in any frame, which learn whether there is something, and no word of it. */
export interface OwnTicketRequests {
  /** A ticket for the link of a card, asked with the same evidence; null where the reader has written nothing about it. */
  admitToLink(request: AskedLink): OwnTicket | null;
}

/** For those in a tab's own page. */
export interface OwnPageTicketRequests {
  /** The same for the page that asks. */
  admitToPage(request: { readonly names: PageNames }): OwnTicket | null;
}

/** For the frame, and only there. */
export interface OwnFrameRequests {
  /** What its ticket admits it to; null where it admits to nothing. */
  describeOwnGlance(request: { readonly ticket: OwnTicket }): OwnGlance | null;
  /** Tells the script that placed the frame how high its content is, in pixels. */
  sizeOwnFrame(request: { readonly ticket: OwnTicket; readonly height: number }): boolean;
  /** The reader wants to be out of the frame, and of what it stands in. */
  leaveOwnFrame(request: { readonly ticket: OwnTicket }): boolean;
  /** Shows in the library what a query of its page's address names. */
  showInLibrary(request: { readonly query: string }): true;
}

/** What the background tells the scripts of a frame about the frames of ours that they placed. */
export interface OwnPlaceRequests {
  ownFrameSized(request: { readonly ticket: OwnTicket; readonly height: number }): true;
  ownFrameLeft(request: { readonly ticket: OwnTicket }): true;
}

/** What the reader has written about one publication or page, as much as is read without stopping. */
export interface OwnGlance {
  /** Where in the library it is, as a query of its page's address; empty where it is about no publication. */
  readonly query: string;
  /** The latest first, three at most. */
  readonly notes: readonly NoteLine[];
  readonly moreNotes: number;
  /** Null where nothing was followed up. */
  readonly followUp: (ActedOn & { readonly query: string }) | null;
}

export interface NoteLine {
  /** Its first line, 200 UTF-16 units at most. */
  readonly line: string;
  readonly about: 'publication' | 'recommendation' | 'post';
  /** A recommendation's; null for the rest. */
  readonly number: number | null;
  readonly query: string;
}
