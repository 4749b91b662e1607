import { createContext } from 'preact';
import type { Quote } from '../../core/bearing/quote.ts';
import type { Evidence, RecommendationSubject } from '../../core/model/own.ts';
import type { PageKind } from '../../core/page-kind.ts';
import type { BearingAnswer, BearingScope, PageBearing, PageEvidence } from '../../core/protocol/bearing.ts';
import type { PendingBearing } from '../../core/protocol/pending-bearing.ts';

/** What a pane asks about the page in front and the recommendations. Each rejects without an answer. */
export interface BearingDoors {
  readonly look: (tabId: number, scope: BearingScope) => Promise<BearingAnswer>;
  /** Of which publications the reader looked last, on whatever page. */
  readonly readScope: () => Promise<BearingScope>;
  readonly keepScope: (scope: BearingScope) => Promise<void>;
  /** What was found last, where the tab still shows that. */
  readonly readLast: (tabId: number) => Promise<PageBearing | null>;
  readonly show: (tabId: number, id: string) => Promise<boolean>;
  readonly readSelection: (tabId: number) => Promise<Quote | null>;
  readonly findEvidence: (tabId: number) => Promise<readonly PageEvidence[]>;
  /** The ids of what still stands in the page; null where that cannot be read. */
  readonly markEvidence: (tabId: number) => Promise<readonly string[] | null>;
  /** All recommendations, those first that are followed up. */
  readonly listRecommendations: () => Promise<readonly RecommendationSubject[]>;
  /** Has one evidence of a recommendation take the place of another, null for none; says why where it is not kept. */
  readonly keepEvidence: (
    subject: RecommendationSubject,
    from: Evidence | null,
    to: Evidence | null,
  ) => Promise<'full' | 'failed' | null>;
  /** A name that no other evidence has. */
  readonly newId: () => string;
  /** Calls back when what the reader wrote has changed; gives what ends it. */
  readonly onOwnChange: (again: () => void) => () => void;
}

export interface BearingState {
  readonly doors: BearingDoors;
  /** What the reader asked at a page's menu; another object is another question. */
  readonly pending: PendingBearing | null;
}

/** Null on a page that cannot look through others. */
export const BearingContext = createContext<BearingState | null>(null);

/** As much of the page in front as this needs. */
export interface BearingPage {
  readonly tabId: number;
  readonly address: string;
  readonly title: string;
  readonly kind: PageKind;
}

/** What the view begins with. */
export type BearingStart =
  | { readonly kind: 'rest' | 'look' | 'select' }
  | { readonly kind: 'quote'; readonly selected: string };
