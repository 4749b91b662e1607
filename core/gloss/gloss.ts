import type { FeedId, Handle, IsoDate } from '../model/ids.ts';
import type { Match } from '../model/match.ts';
import type { Origin } from '../model/origin.ts';
import type { Post } from '../model/post.ts';
import type { Publication } from '../model/publication.ts';
import type { Recommendation } from '../model/recommendation.ts';
import type { Thread } from '../model/thread.ts';

/** All that a card, the popup or a panel shows about one address. */
export interface Gloss {
  readonly match: Match;
  readonly publication: Publication | null;
  /** Newest conversation first; within one, posts in reading order. */
  readonly conversations: readonly Conversation[];
  readonly sections: readonly RecommendationSection[];
  /** Pages elsewhere that report on this publication. */
  readonly coverage: readonly Publication[];
  readonly feeds: readonly FeedOrigin[];
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
export interface FeedOrigin {
  readonly id: FeedId;
  readonly origin: Origin;
  readonly handle: Handle;
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

/** How what is said begins: the first recommendation with its number, or the first post of the newest conversation. */
export function openingOf({ sections, conversations }: Gloss): { number: number | null; text: string } | null {
  const [recommendation] = sections.flatMap((section) => section.recommendations);
  if (recommendation !== undefined) return recommendation;
  const [post] = conversations[0]?.posts ?? [];
  return post === undefined ? null : { number: null, text: post.text };
}
