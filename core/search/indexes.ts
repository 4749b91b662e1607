import { makePages, type Page } from '../postings/pages.ts';
import { FIELDS, type FieldOf, type Kind, type SearchTerms } from './searched.ts';

/** An index of families in one text of a kind, or of a kind's words, which has one document: all that hold them. */
export type SearchIndex = { [K in Kind]: `${K} ${FieldOf<K> | 'words'}` }[Kind];

export function fieldIndex<K extends Kind>(kind: K, field: FieldOf<K>): SearchIndex {
  return `${kind} ${field}` as SearchIndex;
}

export function wordIndex(kind: Kind): SearchIndex {
  return `${kind} words`;
}

/** The pages of all indexes by which a feed is looked through; documents are places among those of their kind in the feed. */
export function searchPagesOf(
  terms: Readonly<Record<Kind, SearchTerms>>,
): readonly (readonly [index: SearchIndex, pages: readonly Page[]])[] {
  return (Object.keys(FIELDS) as Kind[]).flatMap((kind) => {
    const { families, words } = terms[kind];
    const fields = Object.entries(families) as [FieldOf<typeof kind>, readonly (readonly string[])[]][];
    return [
      ...fields.map(([field, documents]) => [fieldIndex(kind, field), makePages(documents)] as const),
      [wordIndex(kind), makePages([words])] as const,
    ];
  });
}
