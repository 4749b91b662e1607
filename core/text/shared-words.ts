import { familiesOf } from './word-families.ts';

/** A piece of a text, and whether it is one of the words looked for. The pieces together are the text. */
export interface Piece {
  /** In UTF-16 units of the text. */
  readonly start: number;
  readonly text: string;
  readonly isShared: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** A text in pieces, with those of its words that are of one family with the words looked for. */
export function findSharedWords(text: string, words: readonly string[]): Piece[] {
  const families = new Set(words.flatMap(familiesOf));
  const pieces: Piece[] = [];
  let end = 0;
  const addPlain = (until: number) => {
    if (until > end) pieces.push({ start: end, text: text.slice(end, until), isShared: false });
  };
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!familiesOf(word).some((family) => families.has(family))) continue;
    addPlain(index);
    pieces.push({ start: index, text: word, isShared: true });
    end = index + word.length;
  }
  addPlain(text.length);
  return pieces;
}
