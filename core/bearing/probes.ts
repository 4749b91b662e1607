import { mapInSteps, type Steps } from '../steps.ts';
import { firstOf } from '../text/first-of.ts';
import { withoutUnseen } from '../text/unseen-letters.ts';
import type { BearingRecommendation } from './bearing.ts';
import type { Key } from './keys.ts';
import { isBody, namesIn, patternOf } from './names.ts';
import { type ReadPage, textOf } from './read-blocks.ts';

/** A recommendation, with what each of its words tells on the page. */
export interface Probe extends BearingRecommendation {
  readonly weights: ReadonlyMap<string, number>;
  /** The families of its words; another word for the same concept tells a little less. */
  readonly families: ReadonlySet<string>;
  /** Neighbouring words, as `pairOf` writes them. */
  readonly pairs: ReadonlySet<string>;
  /** Which piece of evidence a word is part of: those of one name are one, and those that an abbreviation stands for. */
  readonly pieces: ReadonlyMap<string, Piece>;
  /** Names that no other recommendation on the subject has: of a scheme, not of who is to act. */
  readonly names: readonly Name[];
  /** The sum of the weights. */
  readonly weight: number;
}

export interface Piece {
  readonly name: string;
  /** Less than one where it is the name of who is to act in several recommendations. */
  readonly counts: number;
  readonly isName: boolean;
}

export interface Name {
  readonly pattern: RegExp;
  /** How seldom the page has it; half of that where it is a body's. */
  readonly weight: number;
  readonly isBody: boolean;
}

/** A recommendation in parts. */
interface Parts extends BearingRecommendation {
  readonly keys: readonly Key[];
  readonly names: readonly string[];
}

/** UTF-16 units; the longest posts have 300, other networks' a few thousand. */
const MAX_LENGTH = 4000;
/** Words of the publication's title: half of a page on its subject shares them. */
const CONTEXT_WEIGHT = 0.4;
/** A name's word by itself ("Contracts", "Innovation") may be anything; the name as a whole adds to it. */
const WORD_OF_NAME_WEIGHT = 0.8;
const SHARED_NAME_COUNTS = 0.5;
const BODY_WEIGHT = 0.5;

/**
 * What to look for: words weigh by how rare they are on the page, and among the recommendations on one subject. In steps, two for
 * each recommendation: its names are looked for in the whole page.
 */
export function* readProbes(recommendations: readonly BearingRecommendation[], page: ReadPage): Steps<Probe[]> {
  const all = yield* mapInSteps(recommendations, (recommendation) => partsOf(recommendation, page));
  const uses = countUses(all);
  return yield* mapInSteps(all, (parts) => makeProbe(parts, page, (word) => uses.get(placeOf(parts, word)) ?? 1));
}

function partsOf(recommendation: BearingRecommendation, page: ReadPage): Parts {
  const text = withoutUnseen(firstOf(recommendation.text, MAX_LENGTH));
  return { ...recommendation, keys: page.read(text), names: namesIn(text) };
}

function countUses(all: readonly Parts[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const parts of all)
    for (const word of new Set([...parts.keys.map(({ key }) => key), ...parts.names])) {
      const use = placeOf(parts, word);
      uses.set(use, (uses.get(use) ?? 0) + 1);
    }
  return uses;
}

function placeOf({ context }: BearingRecommendation, word: string): string {
  return `${context}\n${word}`;
}

function nameOf(name: string, page: ReadPage): Name {
  const pattern = patternOf(name);
  const { length } = page.sentences.filter((sentence) => pattern.test(textOf([sentence], page)));
  const acts = isBody(name);
  return { pattern, weight: page.rarity(length) * (acts ? BODY_WEIGHT : 1), isBody: acts };
}

function makeProbe(parts: Parts, page: ReadPage, usesOf: (word: string) => number): Probe {
  const { id, text, context, keys } = parts;
  const keysOf = (words: string) => page.read(words).map(({ key }) => key);
  const inContext = new Set(keysOf(withoutUnseen(firstOf(context, MAX_LENGTH))));
  const inNames = new Set(parts.names.flatMap(keysOf));
  const weigh = (key: string) =>
    (page.weigh(key) * (inContext.has(key) ? CONTEXT_WEIGHT : 1) * (inNames.has(key) ? WORD_OF_NAME_WEIGHT : 1)) /
    Math.sqrt(usesOf(key));
  const weights = new Map(keys.map(({ key }) => [key, weigh(key)] as const));
  const pairs = new Set(keys.slice(1).map(({ key }, index) => pairOf(keys[index]?.key ?? '', key)));
  const pieces = new Map<string, Piece>(
    keys.map(({ key, start }) => [key, { name: String(start), counts: 1, isName: false }]),
  );
  for (const name of parts.names) {
    const piece = { name, counts: usesOf(name) > 1 ? SHARED_NAME_COUNTS : 1, isName: true };
    for (const key of keysOf(name)) pieces.set(key, piece);
  }
  const names = parts.names.filter((name) => usesOf(name) === 1).map((name) => nameOf(name, page));
  const families = new Set(keys.map(({ family }) => family));
  return { id, text, context, weights, families, pairs, pieces, names, weight: sum(weights.values()) };
}

/** The same for "rule compliance" as for "comply with the rules". */
export function pairOf(one: string, other: string): string {
  return one < other ? `${one}\n${other}` : `${other}\n${one}`;
}

export function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
