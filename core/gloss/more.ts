import type { PostId, PostTime, PublicationId } from '../model/ids.ts';
import type { Conversation, GlossCounts, NextPages, RecommendationSection } from './gloss.ts';

/**
 * Where a page of a gloss ends. It comes with a gloss and goes back as it is: who asks looks at nothing in it. It names what
 * was shown last and no place in a list, so that it holds while posts come and go.
 */
export type Cursor = ConversationCursor | RecommendationCursor;

export interface ConversationCursor {
  readonly kind: 'conversations';
  /** What the gloss was of when it was made; null for posts that are only related. */
  readonly about: PublicationId | null;
  /** When the last conversation that was shown begins. */
  readonly time: PostTime;
  /** The first post of each conversation of that minute that was shown; 1,000 at most. */
  readonly shown: readonly PostId[];
}

export interface RecommendationCursor {
  readonly kind: 'recommendations';
  readonly about: PublicationId | null;
  /** The last one that was shown. */
  readonly post: PostId;
  readonly number: number;
  /** How many were shown: where to go on if that one is gone. */
  readonly count: number;
}

/** What is asked for: the page after a cursor, or the conversation that a post stands in, wherever that comes. */
export type Wanted = Cursor | { readonly kind: 'post'; readonly post: PostId };

/** More of a gloss; what it holds besides is as it is now. */
export interface More {
  /** What goes on after the page before, or the one that was asked for; empty where there are none left. */
  readonly conversations: readonly Conversation[];
  readonly sections: readonly RecommendationSection[];
  readonly counts: GlossCounts;
  /** Of what was asked for; the other stays as it is. */
  readonly next: Partial<NextPages>;
}
