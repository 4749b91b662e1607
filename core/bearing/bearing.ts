import type { Span } from '../text/sentences.ts';

/** What is looked for on a page. */
export interface BearingRecommendation {
  /** Any name for it, given back with what is found. */
  readonly id: string;
  readonly text: string;
  /** The title of its publication, or '' where none is known. */
  readonly context: string;
}

/** One to three neighbouring sentences of a block that bear on a recommendation; offsets are UTF-16, within the block. */
export interface Bearing extends Span {
  /** The `id` of the recommendation. */
  readonly recommendation: string;
  /** The block's place in the list that was asked. */
  readonly blockIndex: number;
  /** The words that connect them, each as often as it stands there, in order; offsets are within the block too. */
  readonly words: readonly Span[];
  /** How much speaks for it; only good for comparing what was found on one page. */
  readonly score: number;
}
