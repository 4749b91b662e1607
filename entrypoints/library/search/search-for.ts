import { type LibraryRoute, startOrder } from '../../../core/library-route.ts';

export type SearchRoute = Extract<LibraryRoute, { readonly view: 'search' }>;

/** A search for another text, in the order that its reader has chosen, or the one that the text has by itself. */
export function searchFor(text: string, before: LibraryRoute): SearchRoute {
  const chosen = before.view === 'search' && before.order !== startOrder(before.text) ? before.order : null;
  return { view: 'search', text, order: chosen ?? startOrder(text) };
}
