import { byStrength, type Candidate, numbersOf } from './candidates.ts';
import type { Probe } from './probes.ts';
import type { ReadPage } from './read-blocks.ts';

/** How strong a candidate has to be, and how many words have to speak for it. */
interface Need {
  readonly strength: number;
  readonly pieces: number;
  readonly words: number;
}

/** Where nothing else says that the page is on the publication's subject. */
const SURE: Need = { strength: 1.4, pieces: 3, words: 3 };
/** Where it is. */
const SUPPORTED: Need = { strength: 0.85, pieces: 2.5, words: 0 };
/** Where it is, for the strongest that a recommendation has: of what most recommendations have in such a page, it has that. */
const STRONGEST: Need = { strength: 0.6, pieces: 3, words: 0 };
/** Where it is, in a block that has something better for the same recommendation. */
const BESIDE: Need = { strength: 0.5, pieces: 2, words: 0 };
/** A page is on a subject where so many of its recommendations, and this share of them, have so much in it. */
const SUPPORTING = { recommendations: 3, share: 0.2, strength: 0.85, pieces: 3, words: 0 };
/** Of the strength of what another recommendation has in the same sentences. */
const SHARE_OF_RIVAL = 0.9;
const MAX_FOR_RECOMMENDATION = 6;

/** The candidates to believe, the strongest first. */
export function chooseCandidates(all: readonly Candidate[], probes: readonly Probe[], page: ReadPage): Candidate[] {
  const supported = findSupported(all, probes);
  const strongest = findStrongest(all);
  const own = withoutRivals(all).sort(byStrength);
  const needOf = (candidate: Candidate) => (supported.has(candidate.probe.context) ? SUPPORTED : SURE);
  const chosen = new Set(
    own.filter(
      (candidate) =>
        meets(candidate, needOf(candidate)) ||
        (supported.has(candidate.probe.context) && strongest.has(candidate) && meets(candidate, STRONGEST)),
    ),
  );
  const placeOf = ({ probe, first }: Candidate) => `${page.sentences[first]?.blockIndex}\n${probe.id}`;
  const places = new Set([...chosen].filter(({ probe }) => supported.has(probe.context)).map(placeOf));
  return limit(
    own.filter((candidate) => chosen.has(candidate) || (places.has(placeOf(candidate)) && meets(candidate, BESIDE))),
  );
}

function meets({ strength, pieces, words }: Candidate, need: Need): boolean {
  return strength >= need.strength && pieces >= need.pieces && words >= need.words;
}

/** The publications on whose subject the page is, by how many of their recommendations have something in it. */
function findSupported(all: readonly Candidate[], probes: readonly Probe[]): ReadonlySet<string> {
  const met = new Map<string, Set<Probe>>();
  for (const candidate of all) {
    const { probe } = candidate;
    if (probe.context === '' || !meets(candidate, SUPPORTING)) continue;
    met.set(probe.context, (met.get(probe.context) ?? new Set()).add(probe));
  }
  const countOf = (context: string) => probes.filter((probe) => probe.context === context).length;
  return new Set(
    [...met]
      .filter(([context, { size }]) => {
        const { recommendations, share } = SUPPORTING;
        return size >= recommendations && size >= share * countOf(context);
      })
      .map(([context]) => context),
  );
}

/** Of each recommendation the strongest. */
function findStrongest(all: readonly Candidate[]): ReadonlySet<Candidate> {
  const strongest = new Map<Probe, Candidate>();
  for (const candidate of all) {
    const { probe } = candidate;
    const best = strongest.get(probe);
    if (best === undefined || byStrength(candidate, best) < 0) strongest.set(probe, candidate);
  }
  return new Set(strongest.values());
}

function withoutRivals(all: readonly Candidate[]): Candidate[] {
  const strongest = new Map<number, number>();
  for (const candidate of all)
    for (const number of numbersOf(candidate))
      strongest.set(number, Math.max(strongest.get(number) ?? 0, candidate.strength));
  return all.filter((candidate) => {
    const rival = Math.max(...numbersOf(candidate).map((number) => strongest.get(number) ?? 0));
    return candidate.strength >= SHARE_OF_RIVAL * rival;
  });
}

function limit(chosen: readonly Candidate[]): Candidate[] {
  const counts = new Map<Probe, number>();
  return chosen.filter(({ probe }) => {
    const count = (counts.get(probe) ?? 0) + 1;
    counts.set(probe, count);
    return count <= MAX_FOR_RECOMMENDATION;
  });
}
