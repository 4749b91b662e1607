import type { FeedId, IsoDate, Match, Post, Publication, Recommendation, Thread } from './model.ts';

/** All that a card, the popup or a panel shows about one address. */
export interface Gloss {
  readonly match: Match;
  readonly publication: Publication | null;
  /** Newest conversation first; within one, posts in reading order. */
  readonly conversations: readonly Conversation[];
  readonly sections: readonly RecommendationSection[];
  /** Pages elsewhere that report on this publication. */
  readonly coverage: readonly Publication[];
  readonly feeds: readonly FeedNote[];
}

/** A thread, or a post that stands alone (`thread` is null). */
export interface Conversation {
  readonly thread: Thread | null;
  readonly posts: readonly Post[];
  readonly feed: FeedId;
}

export interface RecommendationSection {
  /** In the words of the posts; null where they name none. */
  readonly title: string | null;
  readonly recommendations: readonly Recommendation[];
}

/** Where posts come from and how fresh they are. */
export interface FeedNote {
  readonly handle: FeedId;
  readonly displayName: string;
  readonly asOf: IsoDate | null;
}

/** How many posts a gloss holds. */
export function countPosts(gloss: Gloss): number {
  return gloss.conversations.reduce((sum, conversation) => sum + conversation.posts.length, 0);
}

/** How many recommendations a gloss holds. */
export function countRecommendations(gloss: Gloss): number {
  return gloss.sections.reduce((sum, section) => sum + section.recommendations.length, 0);
}
