import { familiesOf } from '../text/word-families.ts';
import { wordsOf } from '../text/words.ts';
import type { SearchQuery } from './query.ts';

/** What is wanted of a document, in words as `wordsOf` gives them. */
export interface Wanted {
  /** Words that tell something, each family once. */
  readonly words: readonly WantedWord[];
  /** Words that tell nothing elsewhere, and are written as names: the "May" of "Theresa May", "IT". */
  readonly names: readonly PlacedWord[];
  /** Words in a row. Where nothing else is wanted, each word that tells nothing is one. */
  readonly phrases: readonly (readonly string[])[];
  /** Words by their family, and phrases, that it must not hold. */
  readonly without: readonly (readonly string[])[];
}

export interface PlacedWord {
  readonly word: string;
  /** Among all words that were typed outside of phrases. */
  readonly place: number;
}

export interface WantedWord extends PlacedWord {
  readonly family: string;
  /** Whether it may be the beginning of a longer one. */
  readonly isOpen: boolean;
}

/** More are not looked for: each has a bit. */
const MAX_WORDS = 20;
const MAX_PHRASES = 8;
/** Each is in thousands of documents. */
const MAX_NAMES = 4;
/** From so many letters on a word also stands for those that it begins. */
const MIN_LETTERS = 3;

export function wantedBy({ words, phrases, without, isOpen }: SearchQuery): Wanted {
  const all = words.flatMap(wordsOf);
  const telling = tellingIn(all, isOpen);
  const whole = phrases.map(wordsOf).filter(isFilled);
  const isPlain = telling.length === 0 && whole.length === 0;
  return {
    words: telling,
    names: namesIn(words).slice(0, MAX_NAMES),
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

/** A first word has its capital in any case. */
function namesIn(typed: readonly string[]): PlacedWord[] {
  const all = typed.flatMap((text) => wordsOf(text).map((word) => ({ word, text })));
  return all.flatMap(({ word, text }, place) => {
    const isName = /^[^\p{L}]*\p{Lu}[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(text) || (place > 0 && /^\p{Lu}/u.test(text));
    return isName && familiesOf(word).length === 0 ? [{ word, place }] : [];
  });
}

function isFilled(words: readonly string[]): boolean {
  return words.length > 0;
}

/** Two words that are wanted side by side, and which of the words that tell something they are. */
export interface Neighbours {
  readonly one: PlacedWord;
  readonly other: PlacedWord;
  readonly telling: readonly number[];
}

/** What is wanted side by side, but for words between that tell nothing. */
export function neighboursIn({ words, names }: Pick<Wanted, 'words' | 'names'>): Neighbours[] {
  const placed = [
    ...words.map(({ word, place }, index) => ({ word, place, telling: [index] })),
    ...names.map((name) => ({ ...name, telling: [] })),
  ].sort((a, b) => a.place - b.place);
  return placed.slice(1).flatMap((other, index) => {
    const one = placed[index];
    const telling = [...(one?.telling ?? []), ...other.telling];
    return one === undefined || telling.length === 0 ? [] : [{ one, other, telling }];
  });
}
