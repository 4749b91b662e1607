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
  const near = await readNear(
    source,
    segments,
    words.map(({ word }) => word),
  );
  const held = await readDocuments(source, segments, [...near.values()].flat().flatMap(familiesOf));
  return words.map((of) => {
    const corrections = (near.get(of.word) ?? []).flatMap((word): Correction[] => {
      const [family] = familiesOf(word);
      if (family === undefined || family === of.family) return [];
      const documents = [...(held.get(family) ?? [])].reduce((sum, [, list]) => sum + list.length, 0);
      return documents === 0 ? [] : [{ of, word, documents }];
    });
    return corrections.sort((a, b) => b.documents - a.documents || (a.word < b.word ? -1 : 1)).slice(0, MAX_TRIED);
  });
}

/** The stored words that are one letter away from each that may be mistyped; what is read is read once for all of them. */
async function readNear(
  source: PageSource,
  segments: readonly PlacedSegment[],
  words: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const near = new Map<string, readonly string[]>();
  const lookAmong = async (start: string, sought: readonly string[]) => {
    const begun = await readBegun(source, segments, start);
    for (const word of sought)
      near.set(
        word,
        begun.filter((each) => isOneLetterAway(word, each)),
      );
  };
  const byLetter = Map.groupBy(words.filter(mayBeMistyped), (word) => word.slice(0, 1));
  await Promise.all([...byLetter].map(([letter, sought]) => lookAmong(letter, sought)));
  const left = [...near].flatMap(([word, found]) => (found.length === 0 ? [word] : []));
  if (left.length > 0) await lookAmong('', left);
  return near;
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
