import { holdsNumber, type Lookup } from '../text/postings.ts';
import { familiesOf } from '../text/word-families.ts';
import { wordsOf } from '../text/words.ts';
import { readAskedWords, tellingWordsOf } from './asked-words.ts';
import { type Candidates, findCandidates, type Indexed, type SearchedField, type WeighedWord } from './candidates.ts';

/** Something that is found by its words: its texts, by the name of the field where they stand. */
export interface Document<Item, Field extends string> {
  readonly item: Item;
  readonly texts: Readonly<Record<Field, string>>;
}

/** A document of which some texts are not read; it has one number alone. */
export interface Skimmed<Item, Field extends string> {
  readonly item: Item;
  readonly texts: Readonly<Record<Field, string | Unread>>;
}

/** What the postings of the document's number say of a text, and how many different families it has. */
export interface Unread {
  readonly families: number;
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

/** What looking for words asks of documents. */
export interface Searched<Item, Field extends string> extends Indexed<Field> {
  /** Several numbers may stand for one item, which is then found once. */
  readonly documents: Lookup<number, Document<Item, Field>>;
  /** The words that the documents hold and that begin with another, sorted; that one too, where they hold it. */
  readonly begun: Lookup<string, readonly string[]>;
}

/** How much nearer a text is that holds nothing but what was asked. */
const CLOSENESS = 0.5;

/**
 * Finds by any text; one without a telling word finds nothing. It asks for the postings of what was asked, and for the
 * texts of a few documents, however many there are. Whoever reads these takes the same steps, and reads between them.
 */
export function findWords<Item, Field extends string>(
  text: string,
  searched: Searched<Item, Field>,
): Found<Item, Field> {
  const candidates = findCandidates(readAskedWords(tellingWordsOf(text), searched.begun), searched);
  const { ranked, total } = rankCandidates<Field, Document<Item, Field>>(candidates, searched);
  return { hits: ranked.map(({ places, document }) => showHit(places, document)), total };
}

/** A document that holds some of what was asked. */
export interface Ranked<Read, Field> {
  readonly document: Read;
  /** The words that stand first in each field; never empty. */
  readonly places: readonly Place<Field>[];
}

interface Place<Field> {
  readonly field: Field;
  readonly asked: readonly WeighedWord[];
}

/** The candidates by what they hold, the best first, each item once; and how many are found in all. */
export function rankCandidates<Field extends string, Read extends Skimmed<unknown, Field>>(
  { asked, numbers, total }: Candidates,
  { documents, fields }: Pick<Indexed<Field>, 'fields'> & { readonly documents: Lookup<number, Read> },
): { readonly ranked: readonly Ranked<Read, Field>[]; readonly total: number } {
  const items = new Map<unknown, { readonly document: Read; readonly number: number }>();
  for (const number of numbers) {
    const document = documents.get(number);
    if (document !== undefined) items.set(document.item, { document, number });
  }
  const ranked = [...items.values()]
    .map(({ document, number }) => ({ document, ...weigh(asked, textsOf(document, number, fields)) }))
    .filter(({ places }) => places.length > 0)
    .sort((a, b) => b.score - a.score);
  return { ranked, total: total - numbers.length + ranked.length };
}

/** What was found, with its words as they stand in its texts. */
export function showHit<Item, Field extends string>(
  places: readonly Place<Field>[],
  { item, texts }: Document<Item, Field>,
): Hit<Item, Field> {
  return { item, foundIn: places.map(({ field, asked }) => ({ field, words: wordsFor(asked, texts[field]) })) };
}

/** What is asked of a text to weigh it. */
interface WeighedText<Field> {
  readonly field: Field;
  readonly weight: number;
  /** How many different families it has, and whether one is among them. */
  readonly size: number;
  has(family: string): boolean;
}

/** Each as it is asked for, for many documents hold all words in the first. */
function* textsOf<Field extends string>(
  { texts }: Skimmed<unknown, Field>,
  number: number,
  fields: readonly SearchedField<Field>[],
): Iterable<WeighedText<Field>> {
  for (const { field, weight, of } of fields) {
    const text = texts[field];
    if (typeof text === 'string') {
      const own = new Set(familiesOf(text));
      yield { field, weight, size: own.size, has: (family) => own.has(family) };
    } else {
      yield { field, weight, size: text.families, has: (family) => holdsNumber(of.get(family) ?? [], number) };
    }
  }
}

/** What a document holds, each word where it stands first, and how near that is to what was asked. */
function weigh<Field>(asked: readonly WeighedWord[], texts: Iterable<WeighedText<Field>>) {
  let left = asked;
  let score = 0;
  const places: Place<Field>[] = [];
  for (const { field, weight, size, has } of texts) {
    const here = left.filter(({ families }) => [...families].some(has));
    if (here.length === 0) continue;
    const told = here.reduce((sum, word) => sum + word.weight, 0);
    // A text that holds little else is nearer.
    score += told * weight * (1 + (CLOSENESS * here.length) / size);
    places.push({ field, asked: here });
    left = left.filter((word) => !here.includes(word));
    if (left.length === 0) break;
  }
  return { places, score };
}

/** The words of a text that were asked, as they stand there. */
function wordsFor(asked: readonly WeighedWord[], text: string): string[] {
  const isAsked = (family: string) => asked.some(({ families }) => families.has(family));
  return [...new Set(wordsOf(text))].filter((word) => familiesOf(word).some(isAsked));
}
