import type { PostId, PostTime } from '../model/ids.ts';

/** A passage of a page's text, and what is about it. */
export interface FoundPassage {
  /** Of the paragraphs that were asked about, from 0. */
  readonly paragraph: number;
  /** UTF-16 offsets into the paragraph. */
  readonly start: number;
  readonly end: number;
  readonly remarks: readonly FoundRemark[];
}

export interface FoundRemark {
  readonly post: PostId;
  /** The number of the recommendation in the post; null where it is the post itself. */
  readonly recommendation: number | null;
  /** Of the recommendation or the post; the page need not have been given either. */
  readonly text: string;
  /** When the post was written. */
  readonly time: PostTime;
  /** Why: what both say, in the words of the page. */
  readonly words: readonly string[];
}
