import { findPassages } from '../passages/find-passages.ts';
import { atOnce, type Steps } from '../steps.ts';
import type { Span } from '../text/sentences.ts';
import type { Bearing, BearingRecommendation } from './bearing.ts';

/** On a page that is not about the publication, less is chance. */
const SURE = 1.2;
const MIN_WORDS = 3;

/**
 * What in a page bears on recommendations, in the page's order. `blocks` are the texts of its paragraphs, list items and
 * cells as they stand. Passages of different recommendations may overlap. Takes any strings, never throws.
 */
export function findBearing(recommendations: readonly BearingRecommendation[], blocks: readonly string[]): Bearing[] {
  return atOnce(findBearingInSteps(recommendations, blocks));
}

/** The same, pausing at short distances, so that whoever has it done can do something else in between. */
export function* findBearingInSteps(
  recommendations: readonly BearingRecommendation[],
  blocks: readonly string[],
): Steps<Bearing[]> {
  yield;
  return findPassages(blocks, recommendations).flatMap(({ paragraph, start, end, statements }) =>
    statements
      .filter(({ score, words }) => score >= SURE && words.length >= MIN_WORDS)
      .map(({ id, words, score }) => {
        const found = words.flatMap((word) => spanOf(word, blocks[paragraph] ?? '', start));
        return { recommendation: id, blockIndex: paragraph, start, end, words: found, score };
      }),
  );
}

function spanOf(word: string, block: string, from: number): Span[] {
  const start = block.indexOf(word, from);
  return start < 0 ? [] : [{ start, end: start + word.length }];
}
