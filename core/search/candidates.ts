import { type Lookup, makePosting } from '../text/postings.ts';
import type { AskedWord } from './asked-words.ts';

/** Where documents that are numbered from 0 hold their words. */
export interface Indexed<Field> {
  readonly size: number;
  /** The weightiest first. */
  readonly fields: readonly SearchedField<Field>[];
}

export interface SearchedField<Field> {
  readonly field: Field;
  /** What a word counts here, between 0 and 1. */
  readonly weight: number;
  /** The documents whose text has a word of a family here, in rising order. */
  readonly of: Lookup<string, readonly number[]>;
}

/** How much a word tells: the fewer documents hold it, the more. */
export interface WeighedWord extends AskedWord {
  readonly weight: number;
}

export interface Candidates {
  readonly asked: readonly WeighedWord[];
  /** The documents whose texts are to be looked at, in rising order. */
  readonly numbers: readonly number[];
  /** How many hold enough. */
  readonly total: number;
}

/** What a finding must hold at least, of the weight of all words that were asked: of two words, one that tells. */
const MIN_SHARE = 0.4;
/** Documents whose texts are looked at: those that can be best by where their words stand. */
const MAX_WEIGHED = 48;

/** The documents that hold enough, and of these the best by where their words stand, else the first. */
export function findCandidates<Field>(words: readonly AskedWord[], indexed: Indexed<Field>): Candidates {
  const asked = words.map((word) => ({ ...word, weight: weightOf(word.family, indexed) }));
  const least = MIN_SHARE * asked.reduce((sum, { weight }) => sum + weight, 0);
  const enough = weighPlaces(asked, indexed).filter(({ held }) => held >= least);
  return { asked, numbers: best(enough).toSorted((a, b) => a - b), total: enough.length };
}

interface Weighed {
  readonly number: number;
  /** The weight of what it holds. */
  held: number;
  /** What that counts where each word stands first. */
  worth: number;
  /** The last of the words that it holds. */
  last: AskedWord;
}

/** The documents that hold any of the words. */
function weighPlaces<Field>(asked: readonly WeighedWord[], { size, fields }: Indexed<Field>): readonly Weighed[] {
  const weighed: Weighed[] = [];
  /** Where a document stands in the list, counted from 1. */
  const places = new Uint32Array(size);
  for (const word of asked) {
    for (const { weight, of } of fields) {
      for (const family of word.families) {
        for (const number of of.get(family) ?? []) {
          const document = weighed[(places[number] ?? 0) - 1];
          if (document === undefined) {
            places[number] = weighed.push({ number, held: word.weight, worth: word.weight * weight, last: word });
          } else if (document.last !== word) {
            document.last = word;
            document.held += word.weight;
            document.worth += word.weight * weight;
          }
        }
      }
    }
  }
  return weighed;
}

/** What words count where they stand has few different sums, so that documents need no sorting by it. */
function best(weighed: readonly Weighed[]): readonly number[] {
  const byWorth = new Map<number, number[]>();
  for (const { number, worth } of weighed) {
    const same = byWorth.get(worth);
    if (same === undefined) byWorth.set(worth, [number]);
    else same.push(number);
  }
  const found: number[] = [];
  for (const [, numbers] of [...byWorth].sort(([a], [b]) => b - a)) {
    if (found.length >= MAX_WEIGHED) break;
    found.push(
      ...Uint32Array.from(numbers)
        .sort()
        .subarray(0, MAX_WEIGHED - found.length),
    );
  }
  return found;
}

/** By how many documents hold it in any field. */
function weightOf<Field>(family: string, { fields, size }: Indexed<Field>): number {
  const lists = fields.map(({ of }) => of.get(family) ?? []).filter((list) => list.length > 0);
  const [only = [], ...others] = lists;
  return makePosting(family, others.length === 0 ? only : joinLists(lists, size), size).weight;
}

function joinLists(lists: readonly (readonly number[])[], size: number): readonly number[] {
  const isMet = new Uint8Array(size);
  const joined: number[] = [];
  for (const list of lists) {
    for (const number of list) {
      if (isMet[number] === 1) continue;
      isMet[number] = 1;
      joined.push(number);
    }
  }
  return joined;
}
