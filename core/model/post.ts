import type { IsoMinute, PostId, PublicationId, ThreadId } from './ids.ts';

/** An address as it stands in a post's text. Bluesky shortens long ones to their display form. */
export interface TextAddress {
  readonly shown: string;
  /** False where `shown` is a display form that ends in `...`: the rest of the address is unknown. */
  readonly isComplete: boolean;
}

export interface LinkCard {
  readonly title: string;
  readonly description: string;
  readonly siteName: string | null;
  /** False where the end of the title is a guess: the feed gives title and description without a separator. */
  readonly titleIsCertain: boolean;
}

export interface Post {
  readonly id: PostId;
  readonly time: IsoMinute;
  readonly text: string;
  readonly likes: number;
  readonly reposts: number;
  readonly replies: number;
  readonly quotes: number;
  /** Handles without the `@`, in lower case, each once. */
  readonly mentions: readonly string[];
  readonly addresses: readonly TextAddress[];
  readonly linkCard: LinkCard | null;
  /** How many images the post has; what they show is not known. */
  readonly images: number;
  /** True where the order of the feed proves it; null where nothing is known. */
  readonly isRepost: true | null;
  readonly thread: ThreadId | null;
  /** The publication of its own link card, and the one its thread is about. */
  readonly publications: readonly PublicationId[];
}
