import { familiesOf } from '../text/word-families.ts';
import { wordsOf } from '../text/words.ts';
import type { SearchQuery } from './query.ts';

/** What is wanted of a document, in words as `wordsOf` gives them. */
export interface Wanted {
  /** Words that tell something, each family once. */
  readonly words: readonly WantedWord[];
  /** Words in a row. Where nothing else is wanted, each word that tells nothing is one. */
  readonly phrases: readonly (readonly string[])[];
  /** Words by their family, and phrases, that it must not hold. */
  readonly without: readonly (readonly string[])[];
}

export interface WantedWord {
  readonly word: string;
  readonly family: string;
  /** Among all words that were typed outside of phrases. */
  readonly place: number;
  /** Whether it may be the beginning of a longer one. */
  readonly isOpen: boolean;
}

/** More are not looked for: each has a bit. */
const MAX_WORDS = 20;
const MAX_PHRASES = 8;
/** From so many letters on a word also stands for those that it begins. */
const MIN_LETTERS = 3;

export function wantedBy({ words, phrases, without, isOpen }: SearchQuery): Wanted {
  const all = words.flatMap(wordsOf);
  const telling = tellingIn(all, isOpen);
  const whole = phrases.map(wordsOf).filter(isFilled);
  const isPlain = telling.length === 0 && whole.length === 0;
  return {
    words: telling,
    phrases: isPlain ? all.slice(0, MAX_PHRASES).map((word) => [word]) : whole.slice(0, MAX_PHRASES),
    without: without.map(wordsOf).filter(isFilled),
  };
}

function tellingIn(all: readonly string[], isOpen: boolean): WantedWord[] {
  const words = all.flatMap((word, place): WantedWord[] => {
    const [family] = familiesOf(word);
    const isLast = isOpen && place === all.length - 1 && word.length >= MIN_LETTERS;
    return family === undefined ? [] : [{ word, family, place, isOpen: isLast }];
  });
  // Of two words of one family the last one stays: it may be open.
  return [...new Map(words.map((word) => [word.family, word])).values()]
    .sort((a, b) => a.place - b.place)
    .slice(0, MAX_WORDS);
}

function isFilled(words: readonly string[]): boolean {
  return words.length > 0;
}

/** Words that are wanted side by side, but for words between that tell nothing. */
export function neighboursIn(words: readonly WantedWord[]): (readonly [WantedWord, WantedWord])[] {
  return words.slice(1).flatMap((word, index) => {
    const before = words[index];
    return before === undefined ? [] : [[before, word] as const];
  });
}
