import { type Lookup, makePosting } from '../text/postings.ts';
import { familiesOf } from '../text/word-families.ts';
import { wordsOf } from '../text/words.ts';

/** Something that is found by its words: its texts, by the name of the field where they stand. */
export interface Document<Item, Field extends string> {
  readonly item: Item;
  readonly texts: Readonly<Record<Field, string>>;
}

export interface Hit<Item, Field extends string> {
  readonly item: Item;
  /** Where each word that was asked stands first, and as what, in lower case; never empty. */
  readonly foundIn: readonly { readonly field: Field; readonly words: readonly string[] }[];
}

/** What was found: the best of it, and how much there is in all. */
export interface Found<Item, Field extends string> {
  /** The best first, else in the documents' order. */
  readonly hits: readonly Hit<Item, Field>[];
  readonly total: number;
}

/** What looking for words asks of documents that are numbered from 0. */
export interface Searched<Item, Field extends string> {
  readonly size: number;
  /** Several numbers may stand for one item, which is then found once. */
  readonly documents: Lookup<number, Document<Item, Field>>;
  /** The weightiest first. */
  readonly fields: readonly SearchedField<Field>[];
  /** The words that the documents hold and that begin with another, sorted; that one too, where they hold it. */
  readonly begun: Lookup<string, readonly string[]>;
}

export interface SearchedField<Field> {
  readonly field: Field;
  /** What a word counts here, between 0 and 1. */
  readonly weight: number;
  /** The documents whose text has a word of a family here, in rising order. */
  readonly of: Lookup<string, readonly number[]>;
}

/** What a finding must hold at least, of the weight of all words that were asked: of two words, one that tells. */
const MIN_SHARE = 0.4;
/** From so many letters on a word also stands for all that it begins, as one types. */
const MIN_LETTERS = 3;
/** How much nearer a text is that holds nothing but what was asked. */
const CLOSENESS = 0.5;
const MAX_ASKED = 40;
/** A word that stands for more others, in their order, is not typed far enough yet. */
const MAX_BEGUN = 64;
/** Documents whose texts are looked at: those that can be best by where their words stand. */
const MAX_WEIGHED = 48;

/** A word that was asked: what it may stand as, and how much it tells. */
interface AskedWord {
  readonly families: ReadonlySet<string>;
  readonly weight: number;
}

/**
 * Finds by any text; one without a telling word finds nothing. It asks for the postings of what was asked, and for the
 * texts of a few documents, however many there are.
 */
export function findWords<Item, Field extends string>(
  text: string,
  searched: Searched<Item, Field>,
): Found<Item, Field> {
  const { documents, fields } = searched;
  const asked = readAskedWords(text, searched);
  const candidates = findCandidates(asked, fields);
  const best = candidates.slice(0, MAX_WEIGHED).sort((a, b) => a.number - b.number);
  const items = new Map(
    best.flatMap(({ number }) => documents.get(number) ?? []).map((document) => [document.item, document]),
  );
  const hits = [...items.values()]
    .map((document) => weighDocument(document, asked, fields))
    .filter(({ foundIn }) => foundIn.length > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ item, foundIn }) => ({ item, foundIn }));
  return { hits, total: candidates.length - best.length + hits.length };
}

interface Candidate {
  readonly number: number;
  /** The weight of what it holds. */
  held: number;
  /** What that counts where it stands. */
  worth: number;
}

/** The documents that hold enough, those first whose words stand where they count most; else in the documents' order. */
function findCandidates<Field>(asked: readonly AskedWord[], fields: readonly SearchedField<Field>[]): Candidate[] {
  const candidates = new Map<number, Candidate>();
  for (const word of asked) {
    for (const [number, weight] of placesOf(word, fields)) {
      const candidate = candidates.get(number) ?? { number, held: 0, worth: 0 };
      candidate.held += word.weight;
      candidate.worth += word.weight * weight;
      candidates.set(number, candidate);
    }
  }
  const least = MIN_SHARE * sum(asked.map(({ weight }) => weight));
  return [...candidates.values()]
    .filter(({ held }) => held >= least)
    .sort((a, b) => b.worth - a.worth || a.number - b.number);
}

/** The documents that hold a word, and what it counts where it stands first. */
function placesOf<Field>({ families }: AskedWord, fields: readonly SearchedField<Field>[]): Map<number, number> {
  const places = new Map<number, number>();
  for (const { weight, of } of fields)
    for (const family of families)
      for (const number of of.get(family) ?? []) if (!places.has(number)) places.set(number, weight);
  return places;
}

/** What a document holds, each word where it stands first, and how near that is to what was asked. */
function weighDocument<Item, Field extends string>(
  { item, texts }: Document<Item, Field>,
  asked: readonly AskedWord[],
  fields: readonly Pick<SearchedField<Field>, 'field' | 'weight'>[],
) {
  let left = asked;
  let score = 0;
  const foundIn: Hit<Item, Field>['foundIn'][number][] = [];
  for (const { field, weight } of fields) {
    const own = new Set(familiesOf(texts[field]));
    const here = left.filter(({ families }) => [...families].some((family) => own.has(family)));
    if (here.length === 0) continue;
    left = left.filter((word) => !here.includes(word));
    const told = sum(here.map((word) => word.weight));
    // A text that holds little else is nearer.
    score += told * weight * (1 + (CLOSENESS * here.length) / own.size);
    foundIn.push({ field, words: wordsFor(here, texts[field]) });
  }
  return { item, foundIn, score };
}

function readAskedWords<Item, Field extends string>(text: string, searched: Searched<Item, Field>): AskedWord[] {
  return [...new Set(wordsOf(text))].slice(0, MAX_ASKED).flatMap((word) => {
    const [family] = familiesOf(word);
    if (family === undefined) return [];
    const families = new Set([family, ...familiesOf(begunWith(word, searched.begun).join(' '))]);
    return [{ families, weight: weightOf(family, searched) }];
  });
}

/** What a word may become as one types; one that the documents hold is whole, and "art" is no beginning of "article". */
function begunWith(word: string, begun: Searched<never, never>['begun']): readonly string[] {
  if (word.length < MIN_LETTERS) return [];
  const words = begun.get(word) ?? [];
  return words[0] === word ? [] : words.slice(0, MAX_BEGUN);
}

/** By how many documents hold it in any field. */
function weightOf<Item, Field extends string>(family: string, { fields, size }: Searched<Item, Field>): number {
  const documents = new Set(fields.flatMap(({ of }) => of.get(family) ?? []));
  return makePosting(family, [...documents], size).weight;
}

/** The words of a text that were asked, as they stand there. */
function wordsFor(asked: readonly AskedWord[], text: string): string[] {
  const isAsked = (family: string) => asked.some(({ families }) => families.has(family));
  return [...new Set(wordsOf(text))].filter((word) => familiesOf(word).some(isAsked));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
