import { stemmer } from 'stemmer';
import { unlikeStem } from './unlike-words.ts';

/** Drupal Pathauto's list, with which the Institute's addresses are made, and words that tell as little. */
const STOP_WORDS = new Set(
  (
    'a an as at before but by for from is in into like of off on onto per since than the this that to up via with and or ' +
    'be are was were it its has have had not do does did can will would should could must may more most how what why who ' +
    'when where which i we you he she they them their our your his her s t re ve ll'
  ).split(' '),
);
const MAX_WORD_LENGTH = 40;
const MAX_KEPT = 5000;

/** The stems of a text's telling words, in order, with repeats. Linear in the text's length. */
export function stemsOf(text: string): string[] {
  return stemsOfWords(wordsOf(text));
}

/** The stems of words that `wordsOf` gave. */
export function stemsOfWords(words: readonly string[]): string[] {
  return (
    words
      .filter((word) => !STOP_WORDS.has(word))
      .map(stemOf)
      // "What's" is "whats" in an address, whose stem is a stop word.
      .filter((stem) => !STOP_WORDS.has(stem))
  );
}

const ASCII = /^[\x20-\x7e\n]*$/;
/**
 * Marks above and below letters, as in "ŵ" and "é" once these are taken apart, the points of Hebrew and Arabic, which few
 * write, and what is not seen, such as a soft hyphen.
 */
export const UNWRITTEN =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\p{Default_Ignorable_Code_Point}]/gu;
export const APOSTROPHES = /['’‘ʼ](?:s(?![\p{L}\p{N}]))?/giu;
/** The dots of "U.K.", which addresses leave out. */
export const DOTTED = /(?<![a-z0-9])([a-z])\.(?=[a-z](?![a-z0-9]))/g;

/** The commas of "1,200", which few type and addresses leave out. */
export const GROUPED = /(?<=\d),(?=\d{3}(?!\d))/g;

/**
 * Marks that are letters' parts, such as the vowels of Devanagari, stand within words. "1.2", and the "1.2bn" of "£1.2bn", is
 * one word; "1.2.2026" and "3.2.1" are several.
 */
export const WORD = /(?:(?<![\d.])\d+\.\d+(?!\.?\d)|[\p{L}\p{N}])[\p{L}\p{M}\p{N}]*/gu;
const ASCII_WORD = /(?:(?<![\d.])\d+\.\d+(?!\.?\d)|[a-z\d])[a-z\d]*/g;

/**
 * What taking letters apart would make part of the word before: the small figures of notes, the signs of trade, and the "½" of
 * "2½", which is a number of its own.
 */
const BESIDE_WORDS = /[\xb2\xb3\xb9\u2070-\u2079℠™]|([\xbc-\xbe\u2150-\u215f])/g;

/** A text, or a letter of it, without accents and in the plainest letters. */
export function plainLetters(text: string): string {
  return text.replace(BESIDE_WORDS, ' $1').normalize('NFKD').replace(UNWRITTEN, '');
}

/** The words of a text in lower case, without accents, apostrophes and the possessive's "s". */
export function wordsOf(text: string): string[] {
  if (ASCII.test(text)) {
    const plain = text.includes("'") ? text.replace(APOSTROPHES, '') : text;
    return together(plain.toLowerCase()).match(ASCII_WORD) ?? [];
  }
  return together(plainLetters(text).replace(APOSTROPHES, '').toLowerCase()).match(WORD) ?? [];
}

function together(text: string): string {
  const undotted = text.includes('.') ? text.replace(DOTTED, '$1') : text;
  return undotted.includes(',') ? undotted.replace(GROUPED, '') : undotted;
}

const stems = new Map<string, string>();

/** As Britain spells it: Porter would leave "organ" of "organization". */
const AMERICAN = /iz(?=(?:e[drs]?|ers|ing|ations?|ational)$)/;

/**
 * Porter's stem, but for words that he joins with others, and one step more: he keeps "deliveri" for delivery apart from
 * "deliv" for delivering.
 */
function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = word.length > MAX_WORD_LENGTH ? word : shorten(word.replace(AMERICAN, 'is'));
  if (stems.size < MAX_KEPT) stems.set(word, stem);
  return stem;
}

function shorten(word: string): string {
  return unlikeStem(word) ?? stemmer(word.replace(/sss$/, 'ss')).replace(/(?<=[a-z]{3}v)eri$/, '');
}
