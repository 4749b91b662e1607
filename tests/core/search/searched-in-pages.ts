import type { Feed } from '../../../core/model/feed.ts';
import { covers, type Page, readTerm, termsBeginning } from '../../../core/postings/pages.ts';
import type { Document, Searched } from '../../../core/search/find-words.ts';
import { fieldIndex, type SearchIndex, searchPagesOf, wordIndex } from '../../../core/search/indexes.ts';
import { FIELDS, type FieldOf, type Kind } from '../../../core/search/searched.ts';
import type { Lookup } from '../../../core/text/postings.ts';

/** Pages of several segments, one after another, as they are stored: as what a structured clone leaves of them. */
export function storePages(feeds: readonly Feed[]) {
  const segments = feeds.map((feed) => new Map(structuredClone(searchPagesOf(feed))));
  return (index: SearchIndex, segment: number): readonly Page[] => segments[segment]?.get(index) ?? [];
}

/** What was asked for by key, and what still has to be read for it. */
interface Asked<Key, Value> extends Lookup<Key, Value> {
  readonly keys: ReadonlySet<Key>;
  /** Whether anything was missing. */
  readMissing(): boolean;
}

function askedOnly<Key, Value>(read: (key: Key) => Value | undefined): Asked<Key, Value> {
  const keys = new Set<Key>();
  const known = new Map<Key, Value | undefined>();
  return {
    keys,
    get(key) {
      keys.add(key);
      return known.get(key);
    },
    readMissing() {
      const missing = [...keys].filter((key) => !known.has(key));
      for (const key of missing) known.set(key, read(key));
      return missing.length > 0;
    },
  };
}

/** Looks through pages, and knows nothing but what was asked for before. `sizes` are how many documents each segment has. */
export function searchedInPages<K extends Kind, Item>(
  kind: K,
  documents: readonly Document<Item, FieldOf<K>>[],
  { pagesOf, sizes }: { readonly pagesOf: ReturnType<typeof storePages>; readonly sizes: readonly number[] },
) {
  const eachPage = (index: SearchIndex) => sizes.flatMap((_, segment) => pagesOf(index, segment));
  const readFamily = (index: SearchIndex) => (family: string) => {
    let base = 0;
    return sizes.flatMap((size, segment) => {
      const pages = pagesOf(index, segment).filter((page) => covers(page, family));
      const numbers = pages.flatMap((page) => (readTerm(page, family, size) ?? []).map((number) => base + number));
      base += size;
      return numbers;
    });
  };
  const weights = Object.entries(FIELDS[kind]) as [FieldOf<K>, number][];
  const fields = weights.map(([field, weight]) => ({
    field,
    weight,
    of: askedOnly(readFamily(fieldIndex(kind, field))),
  }));
  const begun = askedOnly((start: string) => [
    ...new Set(
      eachPage(wordIndex(kind))
        .flatMap((page) => termsBeginning(page, start))
        .sort(),
    ),
  ]);
  const texts = askedOnly((number: number) => documents[number]);
  const searched: Searched<Item, FieldOf<K>> = { size: documents.length, documents: texts, fields, begun };
  const readMissing = () => [begun, texts, ...fields.map(({ of }) => of)].map((each) => each.readMissing());
  return { searched, texts, readMissing: () => readMissing().includes(true) };
}
