import type { FeedId, Handle, IsoDate, PostTime } from '../model/ids.ts';
import type { Match } from '../model/match.ts';
import type { Origin } from '../model/origin.ts';
import type { Post } from '../model/post.ts';
import type { Publication } from '../model/publication.ts';
import type { Recommendation } from '../model/recommendation.ts';
import type { Thread } from '../model/thread.ts';
import type { ConversationCursor, RecommendationCursor } from './more.ts';

/** What a card, the popup or a panel shows about one address: the first page of it, and how to ask for more. */
export interface Gloss {
  readonly match: Omit<Match, 'relatedPosts'>;
  readonly publication: Publication | null;
  /** Newest conversation first; within one, posts in reading order. */
  readonly conversations: readonly Conversation[];
  readonly sections: readonly RecommendationSection[];
  /** Pages elsewhere that report on this publication. */
  readonly coverage: readonly Publication[];
  /** Of everything that is said, also of what is not on this page. */
  readonly feeds: readonly FeedOrigin[];
  readonly counts: GlossCounts;
  readonly next: NextPages;
  /** For scripts in pages, which are told no more of it: whether the reader has written something about this. */
  readonly hasOwn?: true;
}

/** All that there are, each once however many feeds hold it; a gloss may show but the first of them. */
export interface GlossCounts {
  readonly posts: number;
  readonly conversations: number;
  readonly recommendations: number;
}

/** Where to go on after what is shown; null where that is all. */
export interface NextPages {
  readonly conversations: ConversationCursor | null;
  readonly recommendations: RecommendationCursor | null;
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
  readonly recommendations: readonly GlossRecommendation[];
}

/** A recommendation with what there is to say of its post, whose conversation need not be on the same page. */
export interface GlossRecommendation extends Recommendation {
  /** Null where its post is none of those that the gloss is of. */
  readonly source: RecommendationSource | null;
}

export interface RecommendationSource {
  readonly time: PostTime;
  readonly feed: FeedId;
  /** The post's place in its thread, from 1; null where it is in none. */
  readonly ordinal: number | null;
}

/** Where posts come from and how fresh they are. */
export interface FeedOrigin {
  readonly id: FeedId;
  readonly origin: Origin;
  readonly handle: Handle;
  readonly displayName: string;
  readonly asOf: IsoDate | null;
}

/** How many posts are shown of those that a gloss counts. */
export function countShownPosts({ conversations }: Pick<Gloss, 'conversations'>): number {
  return conversations.reduce((sum, conversation) => sum + conversation.posts.length, 0);
}

/** How many recommendations are shown of those that a gloss counts. */
export function countShownRecommendations({ sections }: Pick<Gloss, 'sections'>): number {
  return sections.reduce((sum, section) => sum + section.recommendations.length, 0);
}

/** How what is said begins: the first recommendation with its number, or the first post of the newest conversation. */
export function openingOf({ sections, conversations }: Gloss): { number: number | null; text: string } | null {
  const [recommendation] = sections.flatMap((section) => section.recommendations);
  if (recommendation !== undefined) return recommendation;
  const [post] = conversations[0]?.posts ?? [];
  return post === undefined ? null : { number: null, text: post.text };
}
