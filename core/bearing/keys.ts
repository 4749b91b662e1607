import { onFirstUse } from '../on-first-use.ts';
import { GENERAL_WORDS, POLICY_WORDS } from '../text/common-words.ts';
import type { Span } from '../text/sentences.ts';
import { createReadTerms, type Term } from '../text/terms.ts';
import { familyOf } from '../text/word-families.ts';
import { conceptOf, phraseConcepts } from './concepts.ts';
import { readDepartments } from './departments.ts';

/** A word, a turn of phrase, a number or a length of time in the one form in which it is compared, and where it stands. */
export interface Key extends Span {
  readonly key: string;
  /** The word's family, of which the key may be only the concept. */
  readonly family: string;
}

export type ReadKeys = (text: string) => Key[];

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const lengthOfTime = onFirstUse(
  () =>
    new RegExp(
      String.raw`(?<![\p{L}\p{N}])(\d{1,3}|${NUMBERS.join('|')})(?:\s|-)?(y|yrs?|years?|months?)(?![\p{L}\p{N}])`,
      'giu',
    ),
);
const MONTHS = ' months';
/** Next to rare words these tell half as much. */
const POLICY_WEIGHT = 0.5;
const SMALL_NUMBER_WEIGHT = 0.4;
/** Two texts hardly give the same figure by chance. */
const LARGE_NUMBER_WEIGHT = 1.4;
const SMALL_NUMBER = /^(?:\d{1,3}|(?:19|20)\d\d)%?$/;
/** Porter's stem of "use", and a word of its own; what a year is, its number or its month says. */
const US = 'us';
const YEAR = 'year';

const familiesIn = (words: string) => new Set(createReadTerms()(words).map(({ stem }) => familyOf(stem)));
const generalFamilies = onFirstUse(() => familiesIn(GENERAL_WORDS).add(US).add(YEAR));
const policyFamilies = onFirstUse(() => familiesIn(POLICY_WORDS));

/** Reads keys in order, and remembers each spelling that it met; time is linear in the text's length. */
export function createReadKeys(): ReadKeys {
  const read = createReadTerms();
  return (text) => {
    const departments = readDepartments(text);
    const keys = [...read(text).flatMap(keysOf), ...readTimes(text), ...readPhrases(text)];
    const isOfItsOwn = (key: Key) => !departments.some(({ start, end }) => key.start >= start && key.end <= end);
    return [...keys.filter(isOfItsOwn), ...departments].sort(byStart);
  };
}

/** How much a key tells, however often it is used. */
export function kindWeight(key: string): number {
  if (policyFamilies().has(key)) return POLICY_WEIGHT;
  if (SMALL_NUMBER.test(key)) return SMALL_NUMBER_WEIGHT;
  return /^\d/.test(key) && !key.endsWith(MONTHS) ? LARGE_NUMBER_WEIGHT : 1;
}

function keysOf({ stem, start, end }: Term): Key[] {
  const family = familyOf(stem);
  const concept = conceptOf(family);
  return concept === undefined && generalFamilies().has(family) ? [] : [{ key: concept ?? family, family, start, end }];
}

/** "3y", "three years" and "36 months" are one length of time. */
function readTimes(text: string): Key[] {
  return Array.from(text.matchAll(lengthOfTime()), ({ 0: written, 1: count = '', 2: unit = '', index: start }) => {
    const number = NUMBERS.indexOf(count.toLowerCase()) + 1 || Number(count);
    const key = `${/^y/i.test(unit) ? number * 12 : number}${MONTHS}`;
    return { key, family: key, start, end: start + written.length };
  });
}

function readPhrases(text: string): Key[] {
  return phraseConcepts().flatMap(({ concept, pattern }) =>
    Array.from(text.matchAll(pattern), ({ 0: written, index: start }) => ({
      key: concept,
      family: '',
      start,
      end: start + written.length,
    })),
  );
}

function byStart(one: Span, other: Span): number {
  return one.start - other.start;
}
