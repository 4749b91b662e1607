import { buildPostings, type Postings, weigh } from '../match/postings.ts';
import { stemsOf, wordsOf } from '../match/words.ts';

/** Something that is found by its words: its texts, by the name of the place where they stand. */
export interface Document<Item, Place extends string> {
  readonly item: Item;
  readonly texts: Readonly<Record<Place, string>>;
}

export interface Finding<Item, Place extends string> {
  readonly item: Item;
  /** The words as they stand in each place that holds any, in lower case; never empty. */
  readonly holds: readonly { readonly place: Place; readonly words: readonly string[] }[];
}

/** Finds by any text; a text without a telling word finds nothing. The best first, else in the documents' order. */
export type Find<Item, Place extends string> = (text: string) => readonly Finding<Item, Place>[];

/** What a finding must hold at least, of the weight of all words that were asked: of two words, one that tells. */
const LEAST_SHARE = 0.4;
/** From so many letters on a word also stands for all that it begins, as one types. */
const FEWEST_LETTERS = 3;
/** How much nearer a text is that holds nothing but what was asked. */
const CLOSENESS = 0.5;
const MOST_ASKED = 40;

/** A word that was asked: what it may stand as, and how much it tells. */
interface AskedWord {
  readonly stems: ReadonlySet<string>;
  readonly weight: number;
}

/** Makes a finder of documents. `weights` say what a word counts in each place, between 0 and 1. */
export function createFind<Item, Place extends string>(
  documents: readonly Document<Item, Place>[],
  weights: Readonly<Record<Place, number>>,
): Find<Item, Place> {
  const places = (Object.entries(weights) as [Place, number][]).map(([place, weight]) => ({ place, weight }));
  const whole = documents.map(({ texts }) => places.map(({ place }) => texts[place]).join(' '));
  const postings = buildPostings(whole.map(stemsOf));
  const vocabulary = [...new Set(whole.flatMap(wordsOf))];

  const weighDocument = ({ item, texts }: Document<Item, Place>, asked: readonly AskedWord[]) => {
    const read = places.map(({ place, weight }) => ({ place, weight, ...readText(texts[place], asked) }));
    const scores = asked.map((word) => {
      const having = read.filter(({ stems }) => stems.some((stem) => word.stems.has(stem)));
      return { held: having.length === 0 ? 0 : word.weight, score: word.weight * most(having) };
    });
    return {
      item,
      holds: read.filter(({ words }) => words.length > 0).map(({ place, words }) => ({ place, words })),
      held: sum(scores.map(({ held }) => held)),
      score: sum(scores.map(({ score }) => score)) * (1 + CLOSENESS * Math.max(...read.map(({ share }) => share))),
    };
  };
  return (text) => {
    const asked = readAskedWords(text, postings, vocabulary);
    const least = LEAST_SHARE * sum(asked.map(({ weight }) => weight));
    return documentsHaving(asked, postings)
      .flatMap((number) => documents[number] ?? [])
      .map((document) => weighDocument(document, asked))
      .filter(({ held }) => held >= least)
      .sort((a, b) => b.score - a.score)
      .map(({ item, holds }) => ({ item, holds }));
  };
}

function readAskedWords(text: string, postings: Postings, vocabulary: readonly string[]): AskedWord[] {
  return [...new Set(wordsOf(text))].slice(0, MOST_ASKED).flatMap((word) => {
    const [stem] = stemsOf(word);
    if (stem === undefined) return [];
    const begun = word.length < FEWEST_LETTERS ? [] : vocabulary.filter((each) => each.startsWith(word));
    return [{ stems: new Set([stem, ...stemsOf(begun.join(' '))]), weight: weigh([stem], postings) }];
  });
}

function documentsHaving(asked: readonly AskedWord[], { of }: Postings): number[] {
  const stems = new Set(asked.flatMap((word) => [...word.stems]));
  const numbers = new Set([...stems].flatMap((stem) => of.get(stem)?.documents ?? []));
  return [...numbers].sort((a, b) => a - b);
}

/** The stems of a text that were asked, the words behind them, and their share of all its stems. */
function readText(text: string, asked: readonly AskedWord[]) {
  const isAsked = (stem: string) => asked.some(({ stems }) => stems.has(stem));
  const own = [...new Set(stemsOf(text))];
  const stems = own.filter(isAsked);
  const words = stems.length === 0 ? [] : [...new Set(wordsOf(text))].filter((word) => stemsOf(word).some(isAsked));
  return { stems, words, share: own.length === 0 ? 0 : stems.length / own.length };
}

function most(places: readonly { readonly weight: number }[]): number {
  return Math.max(0, ...places.map(({ weight }) => weight));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
