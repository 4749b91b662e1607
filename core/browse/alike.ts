import type { Recommendation } from '../model/recommendation.ts';
import type { AlikePair } from '../protocol/library-page.ts';
import { isTelling } from '../text/telling-words.ts';
import { familiesOf } from '../text/word-families.ts';
import { wordsOf } from '../text/words.ts';

/** What a word of all reports counts beside one that says what a recommendation is about. */
const COMMON_WEIGHT = 0.25;
/** Telling words that a pair shares at least: one is chance. */
const MIN_TELLING = 2;
/** Of the words of both, by weight: the cosine that a pair has at least. */
const MIN_LIKENESS = 0.25;
/** Pairs in which one recommendation stands at most: its best. */
const MOST_PAIRS = 3;

/** A recommendation's words by their families, in the order of its text. */
type Words = ReadonlyMap<string, string>;

interface Likeness {
  readonly value: number;
  readonly shared: readonly string[];
}

/**
 * Recommendations of two publications that speak of like things, by their words alone; the most alike first. Looks at
 * each pair: with 50 on either side at 2,500.
 */
export function findAlike(first: readonly Recommendation[], second: readonly Recommendation[]): AlikePair[] {
  const others = second.map(wordsIn);
  const pairs = first.flatMap((one, place) => {
    const words = wordsIn(one);
    return others.flatMap((other, otherPlace) => {
      const { value, shared } = likenessOf(words, other);
      return value === 0 ? [] : [{ first: place, second: otherPlace, words: shared, value }];
    });
  });
  return best(pairs).map(({ value: _, ...pair }) => pair);
}

function best<Pair extends AlikePair & { readonly value: number }>(pairs: readonly Pair[]): Pair[] {
  const counts = new Map<string, number>();
  const countIn = (name: string) => counts.get(name) ?? 0;
  return pairs
    .toSorted((a, b) => b.value - a.value || a.first - b.first || a.second - b.second)
    .filter(({ first, second }) => {
      const names = [`first ${first}`, `second ${second}`];
      if (names.some((name) => countIn(name) === MOST_PAIRS)) return false;
      for (const name of names) counts.set(name, countIn(name) + 1);
      return true;
    });
}

function wordsIn({ text }: Recommendation): Words {
  const words = new Map<string, string>();
  for (const word of wordsOf(text))
    for (const family of familiesOf(word)) if (!words.has(family)) words.set(family, word);
  return words;
}

function likenessOf(one: Words, other: Words): Likeness {
  const shared = [...one].filter(([family]) => other.has(family));
  const telling = shared.filter(([family]) => isTelling(family)).length;
  const value = telling < MIN_TELLING ? 0 : weightOf(shared) / Math.sqrt(weightOf(one) * weightOf(other));
  return value < MIN_LIKENESS ? { value: 0, shared: [] } : { value, shared: shared.map(([, word]) => word) };
}

function weightOf(words: Iterable<readonly [family: string, word: string]>): number {
  let sum = 0;
  for (const [family] of words) sum += isTelling(family) ? 1 : COMMON_WEIGHT;
  return sum;
}
