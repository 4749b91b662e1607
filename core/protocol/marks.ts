import type { PublicationId } from '../model/ids.ts';
import type { Sureness } from '../model/match.ts';

/** Marks on links, and on addresses that a text spells out. */
export type MarkKind = 'link' | 'text';

/** What a claim about a link is made from. */
export interface AskedLink {
  /** 2,048 UTF-16 units at most. */
  readonly address: string;
  /** What it says, in one line of 300 UTF-16 units at most; empty for an address that a text spells out. */
  readonly text: string;
}

/** As much of a match as a mark needs. */
export interface LinkMatch {
  readonly sureness: Sureness;
  /** Set where the mark is a claim. */
  readonly publication: PublicationId | null;
  /** How many posts are about it, or only related to it. */
  readonly posts: number;
}

export interface MarkedLink extends LinkMatch {
  /** Counts marks within one frame; a mark keeps its id while it lives. */
  readonly id: number;
  readonly text: string;
  readonly address: string;
}

export interface FrameMarks {
  readonly frameId: number;
  readonly marks: readonly MarkedLink[];
}

/** A publication that links of a tab lead to, or a page that posts are only related to. */
export interface MarkedPublication {
  /** The publication's id, or the page's canonical address. */
  readonly key: string;
  readonly publication: PublicationId | null;
  /** The publication's title, or for another page the longest text that leads there. */
  readonly title: string;
  /** Of the surest link. */
  readonly sureness: Sureness;
  /** In the order of the page; at least one. */
  readonly links: readonly MarkedText[];
}

/** Links of one text and one address. */
export interface MarkedText {
  /** On one line; empty for a link without text. */
  readonly text: string;
  readonly address: string;
  readonly sureness: Sureness;
  /** Where they are, in the order of the page; at least one. */
  readonly places: readonly MarkPlace[];
}

/** Where a mark is: in which frame, and its number there. */
export interface MarkPlace {
  readonly frameId: number;
  readonly id: number;
}
