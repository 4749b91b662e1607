import type { Recommendation } from '../model/recommendation.ts';
import { onFirstUse } from '../on-first-use.ts';
import type { AlikePair } from '../protocol/library-page.ts';
import { GENERAL_WORDS, POLICY_WORDS } from '../text/common-words.ts';
import { isTelling } from '../text/telling-words.ts';
import { familiesOf } from '../text/word-families.ts';

/** Who is asked to do something says nothing of what that is. */
const WHO = 'cabinet dsit government gov ministry parliament treasury whitehall';
/** What a word counts beside one that says what a recommendation is about: one of any report, one of any page. */
const POLICY_WEIGHT = 0.35;
const PAGE_WEIGHT = 0.7;

/** Of what both have, by weight: as much as two words of which few of these recommendations have one. */
const MIN_SHARED = 0.8;
/** The cosine that a pair has at least; and where nothing that both have is telling. */
const MIN_LIKENESS = 0.25;
const MIN_LIKENESS_UNTOLD = 0.6;
/** Pairs in which one recommendation stands at most: its best. */
const MOST_PAIRS = 3;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const uncounted = onFirstUse(() => new Set(familiesOf(`${GENERAL_WORDS} ${WHO}`)));
const ofPolicy = onFirstUse(() => new Set(familiesOf(POLICY_WORDS)));

/** A recommendation's words by their families, in the order of its text. */
type Words = ReadonlyMap<string, string>;

/** What a family counts among all that are compared. */
type Weigh = (family: string) => number;

interface Likeness {
  readonly first: number;
  readonly second: number;
  readonly value: number;
}

/**
 * Recommendations of two publications that speak of like things, by their words alone; the most alike first. A word counts
 * the more the fewer of all these recommendations have it. Time grows with how many have the same words: 1,000 on either
 * side are compared in less than a second.
 */
export function findAlike(first: readonly Recommendation[], second: readonly Recommendation[]): AlikePair[] {
  const [ones, others] = [first.map(readWords), second.map(readWords)];
  const weigh = weighAmong([...ones, ...others]);
  const found = compareEach(ones, others, weigh);
  return bestOf(found).map((pair) => ({
    first: pair.first,
    second: pair.second,
    words: sharedWords(ones[pair.first], others[pair.second]),
  }));
}

function readWords({ text }: Recommendation): Words {
  const words = new Map<string, string>();
  for (const [word] of text.matchAll(WORD))
    for (const family of familiesOf(word)) if (!words.has(family)) words.set(family, word);
  return words;
}

function weighAmong(all: readonly Words[]): Weigh {
  const counts = new Map<string, number>();
  for (const words of all) for (const family of words.keys()) counts.set(family, (counts.get(family) ?? 0) + 1);
  const rarest = Math.log(1 + all.length);
  return (family) => (weightOf(family) * Math.log(1 + all.length / (counts.get(family) ?? 1))) / rarest;
}

function weightOf(family: string): number {
  if (family.length < 2 || /^\d/.test(family) || uncounted().has(family)) return 0;
  if (isTelling(family)) return 1;
  return ofPolicy().has(family) ? POLICY_WEIGHT : PAGE_WEIGHT;
}

function compareEach(ones: readonly Words[], others: readonly Words[], weigh: Weigh): Likeness[] {
  const holders = new Map<string, number[]>();
  for (const [place, words] of others.entries())
    for (const family of words.keys()) {
      const same = holders.get(family);
      if (same === undefined) holders.set(family, [place]);
      else same.push(place);
    }
  const lengths = others.map((words) => lengthOf(words, weigh));
  return ones.flatMap((words, first) => {
    const length = lengthOf(words, weigh);
    return [...shareWith(words, holders, weigh)].flatMap(([second, { sum, product, isTold }]) => {
      const value = product / (length * (lengths[second] ?? 1));
      const isAlike = sum >= MIN_SHARED && value >= (isTold ? MIN_LIKENESS : MIN_LIKENESS_UNTOLD);
      return isAlike ? [{ first, second, value }] : [];
    });
  });
}

interface Shared {
  sum: number;
  product: number;
  isTold: boolean;
}

/** What a recommendation has in common with each that has anything of it. */
function shareWith(words: Words, holders: ReadonlyMap<string, readonly number[]>, weigh: Weigh): Map<number, Shared> {
  const shared = new Map<number, Shared>();
  for (const family of words.keys()) {
    const weight = weigh(family);
    if (weight === 0) continue;
    const isTold = isTelling(family);
    for (const place of holders.get(family) ?? []) {
      const each = shared.get(place) ?? { sum: 0, product: 0, isTold: false };
      each.sum += weight;
      each.product += weight ** 2;
      each.isTold ||= isTold;
      shared.set(place, each);
    }
  }
  return shared;
}

function lengthOf(words: Words, weigh: Weigh): number {
  return Math.sqrt([...words.keys()].reduce((sum, family) => sum + weigh(family) ** 2, 0));
}

function bestOf(pairs: readonly Likeness[]): Likeness[] {
  const counts = { first: new Map<number, number>(), second: new Map<number, number>() };
  return pairs
    .toSorted((a, b) => b.value - a.value || a.first - b.first || a.second - b.second)
    .filter((pair) => {
      const sides = ['first', 'second'] as const;
      if (sides.some((side) => counts[side].get(pair[side]) === MOST_PAIRS)) return false;
      for (const side of sides) counts[side].set(pair[side], (counts[side].get(pair[side]) ?? 0) + 1);
      return true;
    });
}

function sharedWords(one: Words | undefined, other: Words | undefined): string[] {
  return [...(one ?? [])].flatMap(([family, word]) => (other?.has(family) ? [word] : []));
}
