import { onFirstUse } from '../on-first-use.ts';
import { GENERAL_WORDS, POLICY_WORDS } from '../text/common-words.ts';
import { type Span, splitSentences } from '../text/sentences.ts';
import { createReadTerms, type ReadTerms, type Term } from '../text/terms.ts';
import { seenText } from '../text/unseen-letters.ts';

/** A sentence with its telling terms; offsets of sentence and terms are within the paragraph. */
export interface Sentence extends Span {
  readonly paragraph: number;
  readonly terms: readonly Term[];
  /** What its stems weigh, each counted once. */
  readonly weight: number;
}

type LooseSentence = Omit<Sentence, 'weight'>;

/** A page's sentences in order, and where its words stand. */
export interface PageWords {
  readonly sentences: readonly Sentence[];
  /** The numbers of the sentences that hold a stem, rising. */
  readonly having: ReadonlyMap<string, readonly number[]>;
  /** How much a stem tells on this page: 1 where it stands once, 0 where it stands everywhere. */
  readonly weigh: (stem: string) => number;
  readonly read: ReadTerms;
}

/** In a shorter text a word's rarity says little. */
const MIN_SENTENCES = 100;
/** Nobody writes such sentences; what is longer is a table or has no punctuation, and no passage. */
const MAX_TERMS = 80;
/** Next to rare words these tell half as much. */
const POLICY_WEIGHT = 0.5;
const SMALL_NUMBER_WEIGHT = 0.4;
/** Two texts hardly give the same figure by chance. */
const LARGE_NUMBER_WEIGHT = 1.4;
const SMALL_NUMBER = /^(?:\d{1,3}|(?:19|20)\d\d)%?$/;

const stemsIn = (words: string) => new Set(createReadTerms()(words).map(({ stem }) => stem));
const generalStems = onFirstUse(() => stemsIn(GENERAL_WORDS));
const policyStems = onFirstUse(() => stemsIn(POLICY_WORDS));

/** Reads a page's paragraphs. Linear in their length. */
export function readPageWords(paragraphs: readonly string[]): PageWords {
  const readAll = createReadTerms();
  const read = (text: string) => readAll(text).filter(({ stem }) => !generalStems().has(stem));
  const loose = paragraphs.flatMap((text, paragraph) => readSentences(text, paragraph, read));
  const having = new Map<string, number[]>();
  for (const [number, { terms }] of loose.entries()) {
    for (const { stem } of terms) {
      const list = having.get(stem);
      if (list === undefined) having.set(stem, [number]);
      else if (list.at(-1) !== number) list.push(number);
    }
  }
  const size = Math.log(Math.max(MIN_SENTENCES, loose.length));
  const rarity = (count: number) => Math.max(0, 1 - Math.log(count) / size);
  const weights = new Map(Array.from(having, ([stem, { length }]) => [stem, kindWeight(stem) * rarity(length)]));
  const weigh = (stem: string) => weights.get(stem) ?? kindWeight(stem);
  const sentences = loose.map((sentence) => ({ ...sentence, weight: weighAll(sentence, weigh) }));
  return { sentences, having, weigh, read };
}

function readSentences(text: string, paragraph: number, read: ReadTerms): LooseSentence[] {
  const seen = seenText(text);
  return splitSentences(seen.text).map((sentence) => {
    const terms = read(seen.text.slice(sentence.start, sentence.end)).map(({ stem, start, end }) => ({
      stem,
      ...seen.spanOf({ start: sentence.start + start, end: sentence.start + end }),
    }));
    return { paragraph, ...seen.spanOf(sentence), terms: terms.length > MAX_TERMS ? [] : terms };
  });
}

function weighAll({ terms }: LooseSentence, weigh: PageWords['weigh']): number {
  return [...new Set(terms.map(({ stem }) => stem))].reduce((sum, stem) => sum + weigh(stem), 0);
}

function kindWeight(stem: string): number {
  if (policyStems().has(stem)) return POLICY_WEIGHT;
  if (SMALL_NUMBER.test(stem)) return SMALL_NUMBER_WEIGHT;
  return /^\d/.test(stem) ? LARGE_NUMBER_WEIGHT : 1;
}
