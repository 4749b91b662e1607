import { atOnce, type Steps } from '../steps.ts';
import type { Span } from '../text/sentences.ts';
import type { Bearing, BearingRecommendation } from './bearing.ts';
import { type Candidate, findCandidates } from './candidates.ts';
import { chooseCandidates } from './choose.ts';
import type { Key } from './keys.ts';
import { readProbes } from './probes.ts';
import { type ReadPage, readBlocks } from './read-blocks.ts';

/**
 * What in a page bears on recommendations, in the page's order. `blocks` are the texts of its paragraphs, list items and
 * cells as they stand. Passages of different recommendations may overlap, those of one do not. A recommendation of which
 * nothing is found with confidence has none. Takes any strings, never throws; linear in their length. How it decides:
 * docs/decisions/0022-what-bears-on-a-recommendation.md.
 */
export function findBearing(recommendations: readonly BearingRecommendation[], blocks: readonly string[]): Bearing[] {
  return atOnce(findBearingInSteps(recommendations, blocks));
}

/**
 * The same, with a step for each block (more in one of over 20,000 UTF-16 units) and three for each recommendation, so that
 * whoever has it done can do something else in between.
 */
export function* findBearingInSteps(
  recommendations: readonly BearingRecommendation[],
  blocks: readonly string[],
): Steps<Bearing[]> {
  const page = yield* readBlocks(blocks);
  const probes = yield* readProbes(recommendations, page);
  const candidates: Candidate[] = [];
  for (const probe of probes) {
    candidates.push(...findCandidates(probe, page));
    yield;
  }
  return chooseCandidates(candidates, probes, page)
    .map((candidate) => bearingOf(candidate, page))
    .sort((one, other) => one.blockIndex - other.blockIndex || one.start - other.start || one.end - other.end);
}

function bearingOf({ probe, shared, first, last, strength }: Candidate, { sentences }: ReadPage): Bearing {
  const { blockIndex = 0, start = 0 } = sentences[first] ?? {};
  const keys = sentences.slice(first, last + 1).flatMap((sentence) => sentence.keys);
  return {
    recommendation: probe.id,
    blockIndex,
    start,
    end: sentences[last]?.end ?? start,
    words: spansOf(keys.filter(({ key }) => shared.has(key))),
    score: strength,
  };
}

/** Where keys stand, each place once: a turn of phrase holds words that may be keys too. */
function spansOf(keys: readonly Key[]): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of keys) {
    const last = spans.at(-1);
    if (last === undefined || start >= last.end) spans.push({ start, end });
    else if (end > last.end) spans[spans.length - 1] = { start: last.start, end };
  }
  return spans;
}
