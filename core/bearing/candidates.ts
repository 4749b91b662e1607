import { type Probe, pairOf, sum } from './probes.ts';
import { type ReadPage, type Sentence, textOf } from './read-blocks.ts';

/** One to three neighbouring sentences of a block that may bear on a probe's recommendation. */
export interface Candidate {
  readonly probe: Probe;
  /** Numbers of the first and the last sentence. */
  readonly first: number;
  readonly last: number;
  /** The keys that it shares with the probe. */
  readonly shared: ReadonlySet<string>;
  /** What speaks for it: what is shared, some of what sentences around it share, phrases and whole names. */
  readonly weight: number;
  /** The weight times a root of the cosine of probe and run, so that neither shares a small part of itself. */
  readonly strength: number;
  /** Words that are shared; those of one name are one. */
  readonly pieces: number;
  /** The same without names but those of schemes and laws: who is to act says nothing of what is to be done. */
  readonly words: number;
}

const MAX_SENTENCES = 3;
/** What a further sentence must add in weight. */
const MIN_GAIN = 0.1;
/** A sentence that shares less by itself is not looked at. */
const MIN_SHARED = 0.3;
/** More sentences are no evidence, but a page that repeats itself. */
const MAX_SEEDS = 300;
/** A word that tells less is no evidence of its own. */
const TELLING = 0.15;
const PHRASE_WEIGHT = 0.5;
/** Another word for the same, and a second word of one name or abbreviation. */
const CONCEPT_WEIGHT = 0.9;
const SAME_PIECE_WEIGHT = 0.7;
/** Sentences before and behind, which say what these go on about. */
const AROUND = 2;
const AROUND_WEIGHT = 0.2;
/** What weighs less is treated as if it weighed so much: in two words everything is shared. */
const MIN_WEIGHT = 3;
const COSINE_POWER = 0.4;

/** A probe's candidates, none of which overlap, the strongest first. */
export function findCandidates(probe: Probe, page: ReadPage): Candidate[] {
  const make = createMake(probe, page);
  const grown = findSeeds(probe, page).map((seed) => growFrom(make(seed, seed), page, make));
  const taken = new Set<number>();
  return grown
    .filter(({ strength }) => strength > 0)
    .sort(byStrength)
    .filter((candidate) => {
      const own = numbersOf(candidate);
      if (own.some((number) => taken.has(number))) return false;
      for (const number of own) taken.add(number);
      return true;
    });
}

/** The strongest first; of equals the one that stands first in the page. */
export function byStrength(one: Candidate, other: Candidate): number {
  return other.strength - one.strength || one.first - other.first || one.last - other.last;
}

export function numbersOf({ first, last }: Candidate): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function findSeeds({ weights }: Probe, { having }: ReadPage): number[] {
  const shared = new Map<number, number>();
  for (const [key, weight] of weights) {
    if (weight <= TELLING) continue;
    for (const number of having.get(key) ?? []) shared.set(number, (shared.get(number) ?? 0) + weight);
  }
  return [...shared]
    .filter(([, weight]) => weight >= MIN_SHARED)
    .sort(([, one], [, other]) => other - one)
    .slice(0, MAX_SEEDS)
    .map(([number]) => number);
}

type Make = (first: number, last: number) => Candidate;

function growFrom(seed: Candidate, page: ReadPage, make: Make): Candidate {
  let grown = seed;
  while (grown.last - grown.first + 1 < MAX_SENTENCES) {
    const { first, last, weight } = grown;
    const longer = [
      ...(isOneBlock(first - 1, last, page) ? [make(first - 1, last)] : []),
      ...(isOneBlock(first, last + 1, page) ? [make(first, last + 1)] : []),
    ];
    const [best] = longer.sort((one, other) => other.weight - one.weight);
    if (best === undefined || best.weight - weight < MIN_GAIN) break;
    grown = best;
  }
  return grown;
}

function isOneBlock(first: number, last: number, { sentences }: ReadPage): boolean {
  const block = sentences[first]?.blockIndex;
  return block !== undefined && block === sentences[last]?.blockIndex;
}

function createMake(probe: Probe, page: ReadPage): Make {
  const weigh = (keys: readonly string[]) => sum(keys.map((key) => probe.weights.get(key) ?? 0));
  return (first, last) => {
    const run = page.sentences.slice(first, last + 1);
    const overlap = overlapOf(probe, run);
    const { shared } = overlap;
    const nearby = [...overlapOf(probe, aroundOf(first, last, page)).shared].filter((key) => !shared.has(key));
    const names = probe.names.filter(({ pattern }) => pattern.test(textOf(run, page)));
    const own = weighPieces(probe, overlap) + sum(names.map((name) => name.weight));
    const inPhrases = weigh([...overlap.phrases].flatMap((pair) => pair.split('\n'))) / 2;
    const weight = own + PHRASE_WEIGHT * inPhrases + AROUND_WEIGHT * weigh(nearby);
    const strength = weight * Math.min(1, own / meanWeight(probe, run, page)) ** COSINE_POWER;
    const { pieces, words } = countPieces(probe, shared);
    const schemes = names.filter(({ isBody }) => !isBody).length;
    // Of several names one is a piece by its words already.
    const others = names.length > 1 ? 1 : 0;
    return { probe, first, last, shared, weight, strength, pieces: pieces + others, words: words + schemes };
  };
}

/** What is shared, of each piece of evidence the most telling word and half of the others. */
function weighPieces({ weights, pieces }: Probe, { shared, exact }: Overlap): number {
  const byPiece = Map.groupBy(shared, (key) => pieces.get(key)?.name);
  const own = [...byPiece.values()].map((keys) => {
    const all = keys.map((key) => (weights.get(key) ?? 0) * (exact.has(key) ? 1 : CONCEPT_WEIGHT));
    const most = Math.max(...all);
    return most + SAME_PIECE_WEIGHT * (sum(all) - most);
  });
  return sum(own);
}

/** The geometric mean of what probe and run weigh, by which what they share is made a cosine. */
function meanWeight(probe: Probe, run: readonly Sentence[], { weigh }: ReadPage): number {
  const keys = new Set(run.flatMap((sentence) => sentence.keys.map(({ key }) => key)));
  return Math.sqrt(Math.max(MIN_WEIGHT, probe.weight) * Math.max(MIN_WEIGHT, sum(Array.from(keys, weigh))));
}

interface Overlap {
  readonly shared: ReadonlySet<string>;
  /** Those that are the same word, and not only the same concept. */
  readonly exact: ReadonlySet<string>;
  readonly phrases: ReadonlySet<string>;
}

function overlapOf({ weights, families, pairs }: Probe, run: readonly Sentence[]): Overlap {
  const shared = new Set<string>();
  const exact = new Set<string>();
  const phrases = new Set<string>();
  for (const { keys } of run) {
    let before = '';
    for (const { key, family } of keys) {
      const isShared = weights.has(key);
      if (isShared) shared.add(key);
      if (isShared && families.has(family)) exact.add(key);
      if (isShared && before !== key && pairs.has(pairOf(before, key))) phrases.add(pairOf(before, key));
      before = isShared ? key : '';
    }
  }
  return { shared, exact, phrases };
}

/** The sentences around a run, in its block and the ones beside that. */
function aroundOf(first: number, last: number, { sentences }: ReadPage): Sentence[] {
  const block = sentences[first]?.blockIndex ?? -1;
  return [
    ...sentences.slice(Math.max(0, first - AROUND), first),
    ...sentences.slice(last + 1, last + 1 + AROUND),
  ].filter(({ blockIndex }) => Math.abs(blockIndex - block) <= 1);
}

function countPieces({ weights, pieces }: Probe, shared: ReadonlySet<string>) {
  const telling = [...shared].filter((key) => (weights.get(key) ?? 0) > TELLING);
  const own = new Map(telling.flatMap((key) => pieces.get(key) ?? []).map((piece) => [piece.name, piece]));
  const words = [...own.values()].filter(({ isName }) => !isName).length;
  return { pieces: sum(Array.from(own.values(), ({ counts }) => counts)), words };
}
