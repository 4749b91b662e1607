import type { HitKind } from '../protocol/search.ts';
import { readDay } from '../text/minutes.ts';
import { NEVER, NONE } from './columns.ts';
import { type Documents, eachAbout, firstOf, type LibraryColumns, membersOf } from './library-columns.ts';
import type { OwnDocuments, PlacedNote } from './own-documents.ts';
import { OWN_FILTER, ownFailing, ownFiltersAsked } from './own-filtering.ts';
import { type Filters, NO_FILTERS } from './query.ts';
import type { SearchedFeed } from './source.ts';
import type { Kind } from './written.ts';

/** The filters that a document does not pass are a sum of these. */
export const FILTER = { kind: 1, account: 2, publication: 4, days: 8, new: 16, site: 32, ...OWN_FILTER } as const;

export const HIT_KINDS: Readonly<Record<Kind, Exclude<HitKind, 'note'>>> = {
  publications: 'publication',
  recommendations: 'recommendation',
  posts: 'post',
};

/** What filters need to know that no column says. */
export interface FilterFacts {
  /** The publications that are called as a filter says, by their firsts; null where none is asked for. */
  readonly called: ReadonlySet<number> | null;
  /** The posts and publications that lead to the sites asked for; null where none is. */
  readonly sites: { readonly posts: readonly number[]; readonly publications: readonly number[] } | null;
  /** Whether each document is new; null where nothing is. */
  readonly fresh: Readonly<Record<Kind, Uint8Array>> | null;
  readonly own: OwnDocuments;
}

/** What each document fails, by the document's first. */
export type Failing = Readonly<Record<Kind, (first: number) => number>>;

const FAILS_NONE: Failing = { publications: () => 0, recommendations: () => 0, posts: () => 0 };

export function createFiltering(
  library: LibraryColumns,
  feeds: readonly SearchedFeed[],
  filters: Filters,
  facts: FilterFacts,
): Failing {
  // Most searches have none, and a hundred thousand documents need not be tried with each.
  if (filters === NO_FILTERS) return FAILS_NONE;
  const accounts =
    filters.accounts.length === 0 ? null : feeds.map(({ handle }) => filters.accounts.includes(handle.toLowerCase()));
  const isInDays = createIsInDays(filters);
  const onSite = facts.sites === null ? null : markSites(library, facts.sites);
  const failsOwn = ownFailing(filters, facts.own);
  const failingOf = (kind: Kind, isAbout: (document: number) => boolean) => {
    const documents = library[kind];
    const isOut = filters.kinds.length > 0 && !filters.kinds.includes(HIT_KINDS[kind]) ? FILTER.kind : 0;
    const fresh = facts.fresh?.[kind] ?? null;
    const site = onSite?.[kind] ?? null;
    return (first: number): number => {
      let failed: number = isOut;
      if (accounts !== null && !some(documents, first, (each) => accounts[documents.feeds[each] ?? 0] === true))
        failed += FILTER.account;
      if (facts.called !== null && !some(documents, first, isAbout)) failed += FILTER.publication;
      if (!isInDays(documents.days[first] ?? NEVER)) failed += FILTER.days;
      if (filters.isNew && fresh?.[first] !== 1) failed += FILTER.new;
      if (site !== null && site[first] !== 1) failed += FILTER.site;
      return failsOwn === null ? failed : failed + failsOwn(kind, first);
    };
  };
  const called = facts.called ?? new Set();
  const { list, starts } = library.aboutPosts;
  return {
    publications: failingOf('publications', (document) => called.has(firstOf(library.publications, document))),
    recommendations: failingOf('recommendations', (document) =>
      called.has(library.aboutRecommendations[document] ?? NONE),
    ),
    posts: failingOf('posts', (document) => {
      for (let at = starts[document] ?? 0; at < (starts[document + 1] ?? 0); at += 1)
        if (called.has(list[at] ?? NONE)) return true;
      return false;
    }),
  };
}

/** Whether a day is within those that are asked for; `NEVER` is not. */
function createIsInDays({ from, to }: Filters): (day: number) => boolean {
  if (from === null && to === null) return () => true;
  const [first, last] = [from === null ? NEVER : readDay(from), to === null ? Infinity : readDay(to)];
  return (day) => day !== NEVER && day >= first && day <= last;
}

/** What a note fails: it is of its own day and kind, new by itself, and of all else that it is about. It has no note. */
export function createNoteFailing(
  filters: Filters,
  { called, sites }: Pick<FilterFacts, 'called' | 'sites'>,
  failing: Failing,
): (note: PlacedNote) => number {
  const isInDays = createIsInDays(filters);
  const isOut = filters.kinds.length > 0 && !filters.kinds.includes('note') ? FILTER.kind : 0;
  const ofItself = isOut + (filters.hasNote ? FILTER.note : 0);
  const ofGone =
    (filters.accounts.length > 0 ? FILTER.account : 0) +
    (called === null ? 0 : FILTER.publication) +
    (sites === null ? 0 : FILTER.site) +
    ownFiltersAsked(filters);
  const notItsOwn = FILTER.kind | FILTER.days | FILTER.new | FILTER.note;
  return ({ about, day, isNew }) => {
    const ofItem = about === null ? ofGone : failing[about.kind](about.document) & ~notItsOwn;
    return ofItem + ofItself + (filters.isNew && !isNew ? FILTER.new : 0) + (isInDays(day) ? 0 : FILTER.days);
  };
}

/** Whether any document that is one with a first is so. */
function some(documents: Documents, first: number, is: (document: number) => boolean): boolean {
  return documents.members.size === 0 ? is(first) : membersOf(documents, first).some(is);
}

/** A post is of a site where it leads there or is about a publication there; a recommendation where its post is. */
function markSites(
  library: LibraryColumns,
  sites: { readonly posts: readonly number[]; readonly publications: readonly number[] },
): Readonly<Record<Kind, Uint8Array>> {
  const publications = marked(library.publications, sites.publications);
  const posts = marked(library.posts, sites.posts);
  eachAbout(library, (post, publication) => {
    if (publications[publication] === 1) posts[firstOf(library.posts, post)] = 1;
  });
  const recommendations = new Uint8Array(library.recommendations.size);
  for (const [document, post] of library.postsOfRecommendations.entries()) {
    const about = library.aboutRecommendations[document] ?? NONE;
    const isThere = post !== NONE && posts[firstOf(library.posts, post)] === 1;
    if (isThere || (about !== NONE && publications[about] === 1))
      recommendations[firstOf(library.recommendations, document)] = 1;
  }
  return { publications, recommendations, posts };
}

function marked(of: Documents, documents: readonly number[]): Uint8Array {
  const marks = new Uint8Array(of.size);
  for (const document of documents) marks[firstOf(of, document)] = 1;
  return marks;
}

/** Which documents are new by these posts, or by what was written about them; null where none is. */
export function markFresh(
  library: LibraryColumns,
  posts: readonly number[],
  own: OwnDocuments['fresh'],
): FilterFacts['fresh'] {
  if (posts.length === 0 && Object.values(own).every(({ size }) => size === 0)) return null;
  const fresh = markByPosts(library, posts);
  for (const first of own.publications) fresh.publications[first] = 1;
  for (const first of own.recommendations) fresh.recommendations[first] = 1;
  for (const first of own.posts) fresh.posts[first] = 1;
  return fresh;
}

/** A publication is new where all that is said about it is. */
function markByPosts(library: LibraryColumns, posts: readonly number[]): Record<Kind, Uint8Array> {
  const fresh = marked(library.posts, posts);
  const isFresh = (post: number) => fresh[firstOf(library.posts, post)] === 1;
  const [all, ofFresh] = [new Uint32Array(library.publications.size), new Uint32Array(library.publications.size)];
  eachAbout(library, (post, publication) => {
    all[publication] = (all[publication] ?? 0) + 1;
    if (isFresh(post)) ofFresh[publication] = (ofFresh[publication] ?? 0) + 1;
  });
  const recommendations = new Uint8Array(library.recommendations.size);
  for (const [document, post] of library.postsOfRecommendations.entries())
    if (post !== NONE && isFresh(post)) recommendations[firstOf(library.recommendations, document)] = 1;
  return {
    posts: fresh,
    recommendations,
    publications: Uint8Array.from(all, (count, publication) => Number(count > 0 && ofFresh[publication] === count)),
  };
}
