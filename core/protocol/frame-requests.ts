import type { Gloss } from '../gloss/gloss.ts';
import type { More, Wanted } from '../gloss/more.ts';
import type { FeedId, PublicationId } from '../model/ids.ts';
import type { AskedLink, LinkMatch, MarkKind } from './marks.ts';
import type { ClosedCard, OutsideCard } from './outside-card.ts';
import type { OwnTicketRequests } from './own-frame.ts';
import type { PageNames } from './page-names.ts';

/** What a script of ours in any frame may ask the background, about that frame and its tab. One entry a request. */
export interface FrameRequests extends OwnTicketRequests {
  /**
   * What each link deserves as a mark, in the order asked; `none` for all where marks are off. With the first match for a
   * frame the background prepares it for marks of that kind.
   */
  resolveLinks(request: {
    /** 200 at most. */
    readonly links: readonly AskedLink[];
    readonly kind: MarkKind;
    /** Whether the frame has had no match of that kind yet. */
    readonly isFirst: boolean;
  }): readonly LinkMatch[];
  /** Puts into the frame that asks what reads and marks the addresses that its texts spell out. */
  prepareTexts(request: Record<string, never>): null;
  /** What a frame's document has marks for by now, for the badge; nothing once it is left. */
  reportMarks(request: {
    readonly publications: readonly PublicationId[];
    /** When the document began, in milliseconds: it tells the documents of a frame apart. */
    readonly documentStart: number;
    /** What it calls itself; null but for the tab's own page, where that is the Institute's. */
    readonly names: PageNames | null;
  }): null;
  /** A mark in the asking frame needs more than an underline: gives the frame what draws it. */
  drawForms(request: Record<string, never>): null;
  /** The first page of what is said about one link, for the card; asked with what its mark was asked with, it makes the same claim. */
  describeLink(
    request: AskedLink & {
      /** Whether the frame has drawn no card yet: then it is also given what draws them. */
      readonly isFirst: boolean;
    },
  ): Gloss;
  /** More about that link, asked with the same evidence; null where it no longer leads to what it did. */
  describeMoreOfLink(request: AskedLink & { readonly wanted: Wanted }): More | null;
  /**
   * Opens a card for a link of the asking frame, which is too small for it, in the tab's own page beside the frame; false
   * where none can be opened there.
   */
  openCardOutside(request: OutsideCard): boolean;
  /** The reader is done with that card, as far as the asking frame can tell. */
  closeCardOutside(request: { readonly opener: string }): boolean;
  /** A card outside its link's frame has closed, and had the focus or not. */
  tellCardClosed(request: ClosedCard): boolean;
  /** A card has opened in a frame of the tab that asks: those in its other frames close. */
  closeOtherCards(request: { readonly except: string }): boolean;
  /**
   * Shows the extension's own page that brings a feed up to date, once its reader says so there; false where the library has
   * no such feed. Nothing is asked of the network.
   */
  openUpdate(request: { readonly feed: FeedId }): boolean;
  /**
   * Shows in the library what one link of the asking frame leads to, asked with the same evidence as its card; false where
   * that is no publication.
   */
  openInLibrary(request: AskedLink): boolean;
}
