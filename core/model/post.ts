import type { AtUri, Did, Handle, PostId, PostTime, PublicationId, ThreadId } from './ids.ts';

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

export interface Author {
  readonly did: Did;
  readonly handle: Handle;
  readonly displayName: string;
}

export interface Post {
  readonly id: PostId;
  /** Null where the source does not give it. */
  readonly uri: AtUri | null;
  /** Null where the source does not say who wrote it. */
  readonly author: Author | null;
  readonly time: PostTime;
  readonly text: string;
  /** Counts are null where they are not known. */
  readonly likes: number | null;
  readonly reposts: number | null;
  readonly replies: number | null;
  readonly quotes: number | null;
  /** Handles without the `@`, in lower case, each once. */
  readonly mentions: readonly string[];
  readonly addresses: readonly TextAddress[];
  readonly linkCard: LinkCard | null;
  /** How many images the post has; what they show is known as far as alternative texts say it. */
  readonly images: number;
  /** What its images and its video show, in its author's words, as far as these say it. */
  readonly alternativeTexts: readonly string[];
  /** The languages of its text as its author names them, as BCP 47 tags; empty where nothing is said. */
  readonly languages: readonly string[];
  /** Tags that the post has beside those in its text, without the `#`. */
  readonly tags: readonly string[];
  /** What its author or a moderator labels it with, as `sexual` or `!warn`. */
  readonly labels: readonly string[];
  /** The post that it quotes; null where the source does not say whether it quotes any. */
  readonly quote: AtUri | 'none' | null;
  /** Null where it is not known. */
  readonly isRepost: boolean | null;
  readonly thread: ThreadId | null;
  /** The publications of its own link card and of the links in its text, the one its thread is about, and what it quotes is about. */
  readonly publications: readonly PublicationId[];
}
