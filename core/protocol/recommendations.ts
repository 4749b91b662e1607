import type { ListedRecommendation } from '../follow-up/listed.ts';

/** Recommendations in one answer at most. */
export const RECOMMENDATIONS_IN_PART = 500;

/** What the library page asks to follow recommendations up. */
export interface RecommendationRequests {
  /** A part of all recommendations, which begins at one of them, counted from 0. */
  listRecommendations(request: { readonly start: number }): RecommendationList;
}

export interface RecommendationList {
  /** As the feeds have them: what several have stands there several times. */
  readonly items: readonly ListedRecommendation[];
  readonly total: number;
}
