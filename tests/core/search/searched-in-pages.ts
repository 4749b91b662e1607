import type { Page } from '../../../core/postings/pages.ts';
import { mayBegin, readAskedWords, tellingWordsOf } from '../../../core/search/asked-words.ts';
import type { Document, Searched } from '../../../core/search/find-words.ts';
import { readBegun, readDocuments } from '../../../core/search/read-index.ts';
import { FIELDS, type FieldOf, type Kind } from '../../../core/search/searched.ts';
import { type PageSource, placeSegments } from '../../../core/search/source.ts';
import type { SearchedText } from '../../../core/search/written.ts';
import type { Lookup } from '../../../core/text/postings.ts';

/** Gives each page as a structured clone leaves it. */
export function stored(source: PageSource): PageSource {
  const clone = <Stored extends Page | null | readonly Page[]>(page: Stored) => structuredClone(page);
  return {
    ...source,
    readPage: (...key) => source.readPage(...key).then(clone),
    readPages: (...key) => source.readPages(...key).then(clone),
  };
}

/** Knows what it was asked for. */
interface Asked<Key, Value> extends Lookup<Key, Value> {
  readonly keys: ReadonlySet<Key>;
}

function askedOf<Key, Value>(read: (key: Key) => Value | undefined): Asked<Key, Value> {
  const keys = new Set<Key>();
  return {
    keys,
    get(key) {
      keys.add(key);
      return read(key);
    },
  };
}

/** Looks through pages for a text, of which all is read that it asks for. */
export async function searchedInPages<K extends Kind, Item>(
  text: string,
  { kind, documents }: { readonly kind: K; readonly documents: readonly Document<Item, FieldOf<K>>[] },
  source: PageSource,
) {
  const segments = placeSegments(source.feeds);
  const words = tellingWordsOf(text);
  const lists = await Promise.all(words.map((word) => readBegun(source, segments, word)));
  const begun = new Map(words.map((word, index) => [word, mayBegin(word) ? lists[index]?.get(kind) : undefined]));
  const asked = readAskedWords(words, begun);
  const families = asked.flatMap((word) => [...word.families]);
  const held = await readDocuments(source, segments, families);
  const weights = Object.entries(FIELDS[kind]) as [FieldOf<K>, number][];
  const fields = weights.map(([field, weight]) => ({
    field,
    weight,
    of: { get: (family: string) => held.get(family)?.get(`${kind} ${field}` as SearchedText) },
  }));
  const texts = askedOf((number: number) => documents[number]);
  const searched: Searched<Item, FieldOf<K>> = { size: documents.length, documents: texts, fields, begun };
  return { searched, texts };
}
