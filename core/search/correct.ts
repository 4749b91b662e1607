import { familiesOf } from '../text/word-families.ts';
import { readBegun, readDocuments } from './read-index.ts';
import type { PageSource, PlacedSegment } from './source.ts';
import { isOneLetterAway, mayBeMistyped } from './spelling.ts';
import type { Wanted, WantedWord } from './wanted.ts';

/** What a word may have been meant to be, and how many documents hold that. */
export interface Correction {
  readonly of: WantedWord;
  readonly word: string;
  readonly documents: number;
}

/** Of each word so many are tried. */
const MAX_TRIED = 4;

/**
 * What words that may be mistyped were meant to be, the most frequent of each first. It is for what nothing holds, and reads
 * the words that begin with the same letter; all words that are stored where none of these is near.
 */
export async function readCorrections(
  source: PageSource,
  segments: readonly PlacedSegment[],
  words: readonly WantedWord[],
): Promise<readonly (readonly Correction[])[]> {
  const near = await Promise.all(words.map(({ word }) => readNear(source, segments, word)));
  const held = await readDocuments(source, segments, near.flat().flatMap(familiesOf));
  return words.map((of, index) => {
    const corrections = (near[index] ?? []).flatMap((word): Correction[] => {
      const [family] = familiesOf(word);
      if (family === undefined || family === of.family) return [];
      const documents = [...(held.get(family) ?? [])].reduce((sum, [, list]) => sum + list.length, 0);
      return documents === 0 ? [] : [{ of, word, documents }];
    });
    return corrections.sort((a, b) => b.documents - a.documents || (a.word < b.word ? -1 : 1)).slice(0, MAX_TRIED);
  });
}

async function readNear(
  source: PageSource,
  segments: readonly PlacedSegment[],
  word: string,
): Promise<readonly string[]> {
  if (!mayBeMistyped(word)) return [];
  for (const start of [word.slice(0, 1), '']) {
    const near = (await readBegun(source, segments, start)).filter((each) => isOneLetterAway(word, each));
    if (near.length > 0) return near;
  }
  return [];
}

/** What is wanted with words as they were meant; a word that is corrected is whole. */
export function corrected(wanted: Wanted, corrections: readonly Correction[]): Wanted {
  return {
    ...wanted,
    words: wanted.words.map((word) => {
      const correction = corrections.find(({ of }) => of === word);
      if (correction === undefined) return word;
      const [family = word.family] = familiesOf(correction.word);
      return { ...word, word: correction.word, family, isOpen: false };
    }),
  };
}
