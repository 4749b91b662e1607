import type { Lookup } from '../text/postings.ts';
import { familiesOf } from '../text/word-families.ts';
import { wordsOf } from '../text/words.ts';

/** A word that was asked, by its family, and what it may stand as: that, and what it begins. */
export interface AskedWord {
  readonly family: string;
  readonly families: ReadonlySet<string>;
}

/** From so many letters on a word also stands for all that it begins, as one types. */
const MIN_LETTERS = 3;
const MAX_ASKED = 40;
/** A word that stands for more others, in their order, is not typed far enough yet. */
const MAX_BEGUN = 64;

/** The telling words of a text, each once. */
export function tellingWordsOf(text: string): string[] {
  return [...new Set(wordsOf(text))].slice(0, MAX_ASKED).filter((word) => familiesOf(word).length > 0);
}

/** Whether words that begin so count for it. */
export function mayBegin(word: string): boolean {
  return word.length >= MIN_LETTERS;
}

/** Telling words as what they may stand as; `begun` knows the words that one which may begin others begins, sorted. */
export function readAskedWords(words: readonly string[], begun: Lookup<string, readonly string[]>): AskedWord[] {
  return words.flatMap((word) => {
    const [family] = familiesOf(word);
    if (family === undefined) return [];
    return [{ family, families: new Set([family, ...familiesOf(begunWith(word, begun).join(' '))]) }];
  });
}

/** What a word may become as one types; one that the documents hold is whole, and "art" is no beginning of "article". */
function begunWith(word: string, begun: Lookup<string, readonly string[]>): readonly string[] {
  if (!mayBegin(word)) return [];
  const words = begun.get(word) ?? [];
  return words[0] === word ? [] : words.slice(0, MAX_BEGUN);
}
