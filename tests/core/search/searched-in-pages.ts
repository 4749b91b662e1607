import type { Feed } from '../../../core/model/feed.ts';
import { covers, type Page, readTerm, termsBeginning } from '../../../core/postings/pages.ts';
import type { Document, Searched } from '../../../core/search/find-words.ts';
import { fieldIndex, type SearchIndex, searchPagesOf, wordIndex } from '../../../core/search/indexes.ts';
import { FIELDS, type FieldOf, type Kind, searchTermsOf } from '../../../core/search/searched.ts';
import type { Lookup } from '../../../core/text/postings.ts';

/** Pages of several segments, one after another, as they are stored: as what a structured clone leaves of them. */
export function storePages(feeds: readonly Feed[]) {
  const segments = feeds.map((feed) => new Map(structuredClone(searchPagesOf(searchTermsOf(feed)))));
  return (index: SearchIndex, segment: number): readonly Page[] => segments[segment]?.get(index) ?? [];
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

/** Looks through pages. `sizes` are how many documents each segment has. */
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
    of: { get: readFamily(fieldIndex(kind, field)) },
  }));
  const begun = {
    get: (start: string) => [
      ...new Set(
        eachPage(wordIndex(kind))
          .flatMap((page) => termsBeginning(page, start))
          .sort(),
      ),
    ],
  };
  const texts = askedOf((number: number) => documents[number]);
  const searched: Searched<Item, FieldOf<K>> = { size: documents.length, documents: texts, fields, begun };
  return { searched, texts };
}
