import { COLUMNS, type TableAsked, WHOLE_TABLE } from './follow-up/table.ts';
import type { Handle, IsoDate, PostId, PublicationId, ThreadId } from './model/ids.ts';
import { PROGRESS, RESPONSES } from './model/own.ts';
import { PUBLICATION_KINDS, type PublicationKind } from './model/publication.ts';
import type { PublicationOrder } from './protocol/library-page.ts';
import type { OwnItem, SearchHit, SearchOrder } from './protocol/search.ts';
import { isRealDay } from './real-times.ts';

/** What the library page shows; its address says it, so that reloading, Back, a bookmark and a middle click do what they do. */
export type LibraryRoute =
  | {
      readonly view: 'search';
      readonly text: string;
      readonly order: SearchOrder;
      /** Where the list of days begins that its reader went to; not said for the newest. */
      readonly from?: IsoDate;
    }
  | { readonly view: 'publications'; readonly order: PublicationOrder; readonly kind: PublicationKind | null }
  | { readonly view: 'publication'; readonly id: PublicationId }
  | { readonly view: 'compare'; readonly first: PublicationId; readonly second: PublicationId | null }
  | { readonly view: 'threads' }
  | { readonly view: 'thread'; readonly id: ThreadId }
  | { readonly view: 'post'; readonly id: PostId }
  | { readonly view: 'notes' }
  /** `add`: an account to be looked at, where one is named. */
  | { readonly view: 'accounts'; readonly add?: Handle }
  | { readonly view: 'kept' }
  | { readonly view: 'backup' }
  | {
      readonly view: 'recommendations';
      readonly asked: TableAsked;
      /** Changes are told from this day on; null for none. */
      readonly since: IsoDate | null;
      /** `briefing`: as a document for others. */
      readonly as: 'table' | 'briefing';
    };

export const LIBRARY_PAGE = '/library.html';

/** An address within the extension, from its root; what is as it would be without being said is left out. */
export function addressOfRoute(route: LibraryRoute): string {
  const said = Object.entries(parametersOf(route)).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return said.length === 0 ? LIBRARY_PAGE : `${LIBRARY_PAGE}?${new URLSearchParams(said)}`;
}

function parametersOf(route: LibraryRoute): Readonly<Record<string, string | null>> {
  const { view } = route;
  switch (view) {
    case 'search':
      return {
        q: route.text,
        by: route.order === startOrder(route.text) ? null : route.order,
        from: route.from ?? null,
      };
    case 'publications':
      return { view, by: route.order === 'said' ? null : route.order, kind: route.kind };
    case 'publication':
    case 'thread':
    case 'post':
      return { view, id: route.id };
    case 'compare':
      return { view, id: route.first, with: route.second };
    case 'accounts':
      return { view, add: route.add ?? null };
    case 'threads':
    case 'notes':
    case 'kept':
    case 'backup':
      return { view };
    case 'recommendations':
      return {
        view,
        of: route.asked.publication,
        response: route.asked.response,
        progress: route.asked.progress,
        due: route.asked.onlyDue ? 'yes' : null,
        evidence: route.asked.onlyWithEvidence ? 'yes' : null,
        by: route.asked.by,
        down: route.asked.isDown ? 'yes' : null,
        since: route.since,
        as: route.as === 'table' ? null : route.as,
      };
  }
}

/** Reads the query of the page's address; what it does not know is left out, and an unknown view is a search. */
export function readRoute(query: string): LibraryRoute {
  const parameters = new URLSearchParams(query);
  const id = parameters.get('id');
  const view = parameters.get('view');
  const by = parameters.get('by');
  if (view === 'publications') {
    const order = by === 'day' || by === 'title' ? by : 'said';
    return { view, order, kind: PUBLICATION_KINDS.find((kind) => kind === parameters.get('kind')) ?? null };
  }
  if (view === 'threads' || view === 'notes' || view === 'kept' || view === 'backup') return { view };
  if (view === 'accounts') {
    const add = parameters.get('add');
    return { view, ...(add !== null && { add }) };
  }
  if (view === 'recommendations') return readRecommendations(parameters);
  if (id !== null && (view === 'publication' || view === 'thread' || view === 'post')) return { view, id };
  if (id !== null && view === 'compare') return { view, first: id, second: parameters.get('with') };
  const text = parameters.get('q') ?? '';
  const order = by === 'day' || by === 'relevance' ? by : startOrder(text);
  const from = parameters.get('from') ?? '';
  return { view: 'search', text, order, ...(order === 'day' && isRealDay(from) && { from }) };
}

function readRecommendations(parameters: URLSearchParams): LibraryRoute {
  const oneOf = <Value extends string>(values: readonly Value[], name: string): Value | null =>
    values.find((value) => value === parameters.get(name)) ?? null;
  const isYes = (name: string) => parameters.get(name) === 'yes';
  const since = parameters.get('since') ?? '';
  return {
    view: 'recommendations',
    asked: {
      publication: parameters.get('of'),
      response: oneOf(RESPONSES, 'response'),
      progress: oneOf(PROGRESS, 'progress'),
      onlyDue: isYes('due'),
      onlyWithEvidence: isYes('evidence'),
      by: oneOf(COLUMNS, 'by'),
      isDown: isYes('down'),
    },
    since: isRealDay(since) ? since : null,
    as: parameters.get('as') === 'briefing' ? 'briefing' : 'table',
  };
}

/** The table of recommendations, as far as it is not all of them. */
export function recommendationsRoute(
  asked: Partial<TableAsked> = {},
  as: 'table' | 'briefing' = 'table',
): Extract<LibraryRoute, { readonly view: 'recommendations' }> {
  return { view: 'recommendations', asked: { ...WHOLE_TABLE, ...asked }, since: null, as };
}

/** Where a hit is shown with what stands around it. */
export function routeOfHit(hit: SearchHit): LibraryRoute {
  switch (hit.kind) {
    case 'publication':
      return { view: 'publication', id: hit.publication.id };
    case 'recommendation':
      return { view: 'post', id: hit.recommendation.post };
    case 'post':
      return { view: 'post', id: hit.post.id };
    case 'note':
      // What is gone has no place but among the notes.
      return hit.item === null ? { view: 'notes' } : routeOfItem(hit.item);
  }
}

function routeOfItem(item: OwnItem): LibraryRoute {
  switch (item.kind) {
    case 'publication':
      return { view: 'publication', id: item.id };
    case 'recommendation':
      return { view: 'post', id: item.post };
    case 'post':
      return { view: 'post', id: item.id };
  }
}

/** Where nothing is asked, everything is shown by day. */
export function startOrder(text: string): SearchOrder {
  return text.trim() === '' ? 'day' : 'relevance';
}
