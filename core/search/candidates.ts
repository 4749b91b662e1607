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
  if (least === 0) return { asked, numbers: [], total: 0 };
  const { held, worth } = weighPlaces(asked, indexed);
  // What words count where they stand has few different sums: documents need no sorting.
  const byWorth = new Map<number, number[]>();
  let total = 0;
  for (const [number, holds] of held.entries()) {
    if (holds < least) continue;
    total += 1;
    const value = worth[number] ?? 0;
    const same = byWorth.get(value);
    if (same === undefined) byWorth.set(value, [number]);
    else if (same.length < MAX_WEIGHED) same.push(number);
  }
  const best = [...byWorth].sort(([a], [b]) => b - a).flatMap(([, numbers]) => numbers);
  return { asked, numbers: best.slice(0, MAX_WEIGHED).sort((a, b) => a - b), total };
}

/** For each document the weight of what it holds, and what that counts where each word stands first. */
function weighPlaces<Field>(asked: readonly WeighedWord[], { size, fields }: Indexed<Field>) {
  const held = new Float64Array(size);
  const worth = new Float64Array(size);
  /** The last word that was found in a document, counted from 1. */
  const last = new Uint8Array(size);
  for (const [index, word] of asked.entries()) {
    for (const { weight, of } of fields) {
      for (const family of word.families) {
        for (const number of of.get(family) ?? []) {
          if (last[number] === index + 1) continue;
          last[number] = index + 1;
          held[number] = (held[number] ?? 0) + word.weight;
          worth[number] = (worth[number] ?? 0) + word.weight * weight;
        }
      }
    }
  }
  return { held, worth };
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
