import type { Quote } from '../bearing/quote.ts';
import type { Evidence, RecommendationSubject } from '../model/own.ts';

/** Of which publications recommendations are looked for: those that the reader follows up, or all. */
export type BearingScope = (typeof BEARING_SCOPES)[number];

export const BEARING_SCOPES = ['followed', 'all'] as const;

/** What the extension's own pages ask about what bears on recommendations; no script in a page may. */
export interface BearingRequests {
  /** Reads the page that a tab shows, looks what of it bears on recommendations, and marks that there. */
  lookForBearing(request: { readonly tabId: number; readonly scope: BearingScope }): BearingAnswer;
  /** What was found last, where the tab still shows that page; null where nothing was. */
  readBearing(request: { readonly tabId: number }): PageBearing | null;
  /** Leads to what is marked; false where it is not there any more, or cannot be seen. */
  showBearing(request: { readonly tabId: number; readonly id: string }): boolean;
  /** All recommendations, each once, those first whose publication the reader follows up. */
  listChoices(request: Record<string, never>): readonly RecommendationSubject[];
  /** What the reader has selected in the tab's own page; null where that is nothing, or cannot be read. */
  readSelection(request: { readonly tabId: number }): Quote | null;
  /** The evidence that quotes the page that a tab shows, the latest first. */
  findPageEvidence(request: { readonly tabId: number }): readonly PageEvidence[];
  /** Marks that evidence in the page; gives the ids of what still stands there, null where the page cannot be read. */
  markPageEvidence(request: { readonly tabId: number }): { readonly ids: readonly string[] } | null;
}

/**
 * What came of looking. `closed`: no script may look into the page, or it does not answer; `left`: another page stands
 * there by now; `none`: the library has no recommendations.
 */
export type BearingAnswer =
  | { readonly kind: 'looked'; readonly bearing: PageBearing }
  | { readonly kind: 'closed' | 'left' | 'none' };

/** What on a page bears on recommendations. */
export interface PageBearing {
  readonly address: string;
  readonly title: string;
  /** What was looked for: all where the reader follows nothing up. */
  readonly scope: BearingScope;
  /** Whether it was all only because of that. */
  readonly followsNone: boolean;
  readonly recommendations: number;
  /** Words that were looked through; a longer page is cut. */
  readonly words: number;
  readonly isCut: boolean;
  /** Whether there are frames in the page, which are not looked through. */
  readonly hasFrames: boolean;
  /** By recommendation, in the library's order. */
  readonly found: readonly FoundBearing[];
}

export interface FoundBearing {
  readonly subject: RecommendationSubject;
  /** In the page's order; never none. */
  readonly passages: readonly BearingPassage[];
}

export interface BearingPassage {
  /** Names it in the page. */
  readonly id: string;
  readonly quote: Quote;
  /** Why: what both say, in the words of the page, each once. */
  readonly words: readonly string[];
}

export interface PageEvidence {
  readonly evidence: Evidence;
  readonly subject: RecommendationSubject;
}

/** A passage of the page to be marked; offsets are UTF-16 units in the block. */
export interface PassagePlace {
  readonly id: string;
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

export interface NamedQuote extends Quote {
  readonly id: string;
}

/** What of a page's text is looked through. */
export interface PageBlocks {
  /** The text of each block; empty for what stands beside the running text. */
  readonly blocks: readonly string[];
  readonly words: number;
  readonly isCut: boolean;
  readonly hasFrames: boolean;
}

/** What the background asks the script that it puts into a page for this. */
export interface BearingPageRequests {
  readBlocks(request: Record<string, never>): PageBlocks;
  /** Marks passages of the blocks that were read, in place of those before. */
  markPassages(request: { readonly passages: readonly PassagePlace[] }): true;
  /** Marks quotations, in place of those before; gives the ids of those that stand in the page. */
  markQuotes(request: { readonly quotes: readonly NamedQuote[] }): readonly string[];
  /** Leads to what is marked; false where it is not there, or cannot be seen. */
  showPassage(request: { readonly id: string }): boolean;
  readSelected(request: Record<string, never>): Quote | null;
}
