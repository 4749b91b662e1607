import type { PublicationHit, SearchResults } from '../protocol/look-up.ts';

/** Publications alone, which no words have found. */
export function listPublications(
  items: readonly PublicationHit[],
  { total, inLibrary }: { readonly total: number; readonly inLibrary: number | null },
): SearchResults {
  const none = { items: [], total: 0 };
  const publications = { items, total };
  return { publications, recommendations: none, posts: none, notes: none, inLibrary, instead: null, faults: [] };
}
