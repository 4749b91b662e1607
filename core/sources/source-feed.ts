import type { Profile } from '../model/account.ts';
import type { AtUri, IsoDate, PostTime } from '../model/ids.ts';
import type { Origin } from '../model/origin.ts';
import type { Author, LinkCard } from '../model/post.ts';

/** What a source of posts says of one account; whose it is for good stands in the origin, where that is known. */
export interface SourceFeed {
  readonly origin: Origin;
  readonly profile: Profile;
  /** The day when it was read; null where the source does not name it. */
  readonly asOf: IsoDate | null;
  /** In the order of the feed, newest first. */
  readonly posts: readonly SourcePost[];
}

/** A post as its source has it. Null is what the source does not know, `none` what it knows that there is not. */
export interface SourcePost {
  readonly uri: AtUri | null;
  readonly author: Author | null;
  readonly time: PostTime;
  readonly text: string;
  readonly links: readonly SourceLink[];
  /** Handles without the `@`, in lower case, each once. */
  readonly mentions: readonly string[];
  readonly linkCard: SourceCard | null;
  readonly images: number;
  readonly alternativeTexts: readonly string[];
  readonly languages: readonly string[];
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly reply: SourceReply | 'none' | null;
  /** The post that it quotes. */
  readonly quote: AtUri | 'none' | null;
  /** The link card of that post; absent where it has none, and where that is not known. */
  readonly quotedCard?: SourceCard;
  readonly isRepost: boolean | null;
  readonly likes: number | null;
  readonly reposts: number | null;
  readonly replies: number | null;
  readonly quotes: number | null;
}

export interface SourceLink {
  /** As it stands in the text. */
  readonly shown: string;
  /** The whole address; null where only a part of it is shown, and no more is known. */
  readonly address: string | null;
}

export interface SourceCard extends LinkCard {
  /** What the card itself leads to. */
  readonly address: string | null;
}

export interface SourceReply {
  readonly root: AtUri;
  readonly parent: AtUri;
}
