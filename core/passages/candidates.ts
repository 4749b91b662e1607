import { type Overlap, TELLING, weighOverlap } from './overlap.ts';
import type { PageWords } from './page-words.ts';
import type { Probe } from './probes.ts';

/** One to three neighbouring sentences of a paragraph that a probe may be about. */
export interface PassageCandidate extends Overlap {
  readonly probe: Probe;
  /** Numbers of the first and the last sentence. */
  readonly first: number;
  readonly last: number;
}

const MAX_SENTENCES = 3;
/** What a further sentence must add in weight: less than half a rare word is padding. */
const MIN_GAIN = 0.4;
/** A sentence that shares less by itself is not looked at. */
const MIN_SHARED = 0.3;

/** A probe's candidates, each grown from one sentence, the strongest first. */
export function findCandidates(probe: Probe, page: PageWords): PassageCandidate[] {
  const shared = new Map<number, number>();
  for (const [stem, weight] of probe.weights) {
    if (weight <= TELLING) continue;
    for (const number of page.having.get(stem) ?? []) shared.set(number, (shared.get(number) ?? 0) + weight);
  }
  const seeds = [...shared].filter(([, weight]) => weight >= MIN_SHARED);
  return seeds
    .map(([number]) => growFrom(number, probe, page))
    .filter(({ strength }) => strength > 0)
    .sort(byStrength);
}

/** The strongest first; of equals the one that stands first in the page. */
export function byStrength(one: PassageCandidate, other: PassageCandidate): number {
  return other.strength - one.strength || one.first - other.first || one.last - other.last;
}

function growFrom(seed: number, probe: Probe, page: PageWords): PassageCandidate {
  let grown = makeCandidate(seed, seed, probe, page);
  while (grown.last - grown.first + 1 < MAX_SENTENCES) {
    const [best] = [
      [grown.first - 1, grown.last],
      [grown.first, grown.last + 1],
    ]
      .filter(([first = -1, last = -1]) => isOneParagraph(first, last, page))
      .map(([first = -1, last = -1]) => makeCandidate(first, last, probe, page))
      .sort((a, b) => b.weight - a.weight);
    if (best === undefined || best.weight - grown.weight < MIN_GAIN) break;
    grown = best;
  }
  return grown;
}

function isOneParagraph(first: number, last: number, { sentences }: PageWords): boolean {
  const paragraph = sentences[first]?.paragraph;
  return paragraph !== undefined && paragraph === sentences[last]?.paragraph;
}

function makeCandidate(first: number, last: number, probe: Probe, page: PageWords): PassageCandidate {
  return { ...weighOverlap(probe, page.sentences.slice(first, last + 1)), probe, first, last };
}
