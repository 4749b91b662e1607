import { buildPostings, type Postings, weigh } from '../text/postings.ts';
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

/** Finds by any text; a text without a telling word finds nothing. The best first, else in the documents' order. */
export type Find<Item, Field extends string> = (text: string) => readonly Hit<Item, Field>[];

/** What a finding must hold at least, of the weight of all words that were asked: of two words, one that tells. */
const MIN_SHARE = 0.4;
/** From so many letters on a word also stands for all that it begins, as one types. */
const MIN_LETTERS = 3;
/** How much nearer a text is that holds nothing but what was asked. */
const CLOSENESS = 0.5;
const MAX_ASKED = 40;

/** A word that was asked: what it may stand as, and how much it tells. */
interface AskedWord {
  readonly families: ReadonlySet<string>;
  readonly weight: number;
}

/** Makes a finder of documents. `weights` say what a word counts in each field, between 0 and 1, the weightiest first. */
export function createFind<Item, Field extends string>(
  documents: readonly Document<Item, Field>[],
  weights: Readonly<Record<Field, number>>,
): Find<Item, Field> {
  const fields = (Object.entries(weights) as [Field, number][]).map(([field, weight]) => ({ field, weight }));
  const whole = documents.map(({ texts }) => fields.map(({ field }) => texts[field]).join(' '));
  const postings = buildPostings(whole.map(familiesOf));
  const vocabulary = new Set(whole.flatMap(wordsOf));

  return (text) => {
    const asked = readAskedWords(text, postings, vocabulary);
    const least = MIN_SHARE * sum(asked.map(({ weight }) => weight));
    return documentsHaving(asked, postings)
      .flatMap((number) => documents[number] ?? [])
      .map((document) => weighDocument(document, asked, fields))
      .filter(({ held }) => held >= least)
      .sort((a, b) => b.score - a.score)
      .map(({ item, foundIn }) => ({ item, foundIn }));
  };
}

interface WeightedField<Field> {
  readonly field: Field;
  readonly weight: number;
}

/** What a document holds, each word where it stands first, and how near that is to what was asked. */
function weighDocument<Item, Field extends string>(
  { item, texts }: Document<Item, Field>,
  asked: readonly AskedWord[],
  fields: readonly WeightedField<Field>[],
) {
  let left = asked;
  let held = 0;
  let score = 0;
  const foundIn: Hit<Item, Field>['foundIn'][number][] = [];
  for (const { field, weight } of fields) {
    const own = new Set(familiesOf(texts[field]));
    const here = left.filter(({ families }) => [...families].some((family) => own.has(family)));
    if (here.length === 0) continue;
    left = left.filter((word) => !here.includes(word));
    const told = sum(here.map((word) => word.weight));
    held += told;
    // A text that holds little else is nearer.
    score += told * weight * (1 + (CLOSENESS * here.length) / own.size);
    foundIn.push({ field, words: wordsFor(here, texts[field]) });
  }
  return { item, foundIn, held, score };
}

function readAskedWords(text: string, postings: Postings, vocabulary: ReadonlySet<string>): AskedWord[] {
  return [...new Set(wordsOf(text))].slice(0, MAX_ASKED).flatMap((word) => {
    const [family] = familiesOf(word);
    if (family === undefined) return [];
    return [
      {
        families: new Set([family, ...familiesOf(begunWith(word, vocabulary).join(' '))]),
        weight: weigh([family], postings),
      },
    ];
  });
}

/** What a word may become as one types; one that the documents hold is whole, and "art" is no beginning of "article". */
function begunWith(word: string, vocabulary: ReadonlySet<string>): string[] {
  if (word.length < MIN_LETTERS || vocabulary.has(word)) return [];
  return [...vocabulary].filter((each) => each.startsWith(word));
}

function documentsHaving(asked: readonly AskedWord[], { of }: Postings): number[] {
  const families = new Set(asked.flatMap((word) => [...word.families]));
  const numbers = new Set([...families].flatMap((family) => of.get(family)?.documents ?? []));
  return [...numbers].sort((a, b) => a - b);
}

/** The words of a text that were asked, as they stand there. */
function wordsFor(asked: readonly AskedWord[], text: string): string[] {
  const isAsked = (family: string) => asked.some(({ families }) => families.has(family));
  return [...new Set(wordsOf(text))].filter((word) => familiesOf(word).some(isAsked));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
