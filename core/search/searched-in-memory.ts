import { buildPostings, type Lookup } from '../text/postings.ts';
import type { Document, Searched } from './find-words.ts';
import { FIELDS, type FieldOf, type Kind, type SearchTerms } from './searched.ts';

/** Documents of several feeds, one feed after another, with what each feed's are found by. */
export function searchedInMemory<K extends Kind, Item>(
  kind: K,
  documents: readonly Document<Item, FieldOf<K>>[],
  terms: readonly SearchTerms[],
): Searched<Item, FieldOf<K>> {
  const weights = Object.entries(FIELDS[kind]) as [FieldOf<K>, number][];
  const fields = weights.map(([field, weight]) => {
    const { of } = buildPostings(terms.flatMap(({ families }) => families[field] ?? []));
    return { field, weight, of: { get: (family: string) => of.get(family)?.documents } };
  });
  const words = [...new Set(terms.flatMap((each) => each.words))].sort();
  return { size: documents.length, documents: new Map(documents.entries()), fields, begun: beginnings(words) };
}

function beginnings(sorted: readonly string[]): Lookup<string, readonly string[]> {
  return { get: (start) => sorted.filter((word) => word.startsWith(start)) };
}
