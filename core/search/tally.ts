import type { HitKind } from '../protocol/search.ts';
import { dayOf, writeDay } from '../text/minutes.ts';
import { NEVER, NONE } from './columns.ts';
import { type Failing, FILTER, type FilterFacts, HIT_KINDS } from './filtering.ts';
import { type LibraryColumns, membersOf } from './library-columns.ts';
import type { Kind } from './searched.ts';

/** A document that is found, by its first. */
export interface FoundDocument {
  readonly kind: Kind;
  readonly document: number;
}

/** All that is found, and how it is spread. */
export interface Tally {
  /** Of each kind, by their firsts, in rising order. */
  readonly found: Readonly<Record<Kind, readonly number[]>>;
  readonly kinds: Readonly<Record<HitKind, number>>;
  /** By the place of the feed. */
  readonly feeds: readonly number[];
  /** By the first of the publication. */
  readonly publications: Uint32Array;
  /** By `YYYY-MM`. */
  readonly months: ReadonlyMap<string, number>;
  readonly new: number;
}

/** In the order in which kinds come where nothing else tells. */
export const KINDS: readonly Kind[] = ['publications', 'posts', 'recommendations'];

/** Counts what holds what is wanted, and passes; each control's numbers are of what passes every filter but its own. */
export function tally(
  library: LibraryColumns,
  isFound: (kind: Kind, first: number) => boolean,
  failing: Failing,
  { handles, fresh }: { readonly handles: readonly string[]; readonly fresh: FilterFacts['fresh'] },
): Tally {
  const found: Record<Kind, number[]> = { publications: [], recommendations: [], posts: [] };
  const kinds = { publication: 0, recommendation: 0, post: 0 };
  const feeds = new Array<number>(handles.length).fill(0);
  const publications = new Uint32Array(library.publications.size);
  const days = createDays(library);
  let isNew = 0;
  for (const kind of KINDS) {
    const documents = library[kind];
    const { firsts, minutes } = documents;
    for (let document = 0; document < documents.size; document += 1) {
      if ((firsts !== null && firsts[document] !== document) || !isFound(kind, document)) continue;
      const failed = failing[kind](document);
      if (failed === 0) found[kind].push(document);
      if ((failed & ~FILTER.kind) === 0) kinds[HIT_KINDS[kind]] += 1;
      if ((failed & ~FILTER.account) === 0) countFeeds(feeds, membersOf(documents, document), documents.feeds, handles);
      if ((failed & ~FILTER.publication) === 0) countAbout(publications, library, kind, document);
      if ((failed & ~FILTER.new) === 0 && fresh?.[kind][document] === 1) isNew += 1;
      const at = minutes[document] ?? NEVER;
      if ((failed & ~FILTER.days) === 0 && at !== NEVER) days.count(dayOf(at));
    }
  }
  return { found, kinds, feeds, publications, months: days.months(), new: isNew };
}

/** Each account once. */
function countFeeds(
  counts: number[],
  members: readonly number[],
  feedOf: Uint16Array,
  handles: readonly string[],
): void {
  const [only = 0] = members;
  const of =
    members.length === 1
      ? [feedOf[only] ?? 0]
      : firstsOf(
          members.map((each) => feedOf[each] ?? 0),
          handles,
        );
  for (const feed of of) counts[feed] = (counts[feed] ?? 0) + 1;
}

function firstsOf(feeds: readonly number[], handles: readonly string[]): readonly number[] {
  return [...new Map(feeds.toReversed().map((feed) => [handles[feed], feed] as const)).values()];
}

/** A document that is about a publication in several ways counts once. */
function countAbout(counts: Uint32Array, library: LibraryColumns, kind: Kind, document: number): void {
  for (const publication of aboutDocument(library, kind, document))
    counts[publication] = (counts[publication] ?? 0) + 1;
}

/** A publication is about itself. */
function aboutDocument(library: LibraryColumns, kind: Kind, document: number): Iterable<number> {
  if (kind === 'publications') return [document];
  if (kind === 'recommendations') {
    const about = library.aboutRecommendations[document] ?? NONE;
    return about === NONE ? [] : [about];
  }
  const { list, starts } = library.aboutPosts;
  const members = membersOf(library.posts, document);
  const [start = 0, end = 0] = [starts[document], starts[document + 1]];
  if (members.length === 1 && end - start < 2) return end > start ? [list[start] ?? 0] : [];
  return new Set(members.flatMap((post) => [...list.subarray(starts[post], starts[post + 1])]));
}

/** Counts by day, all of which lie between the first and the last post. */
function createDays({ posts: { minutes } }: LibraryColumns) {
  let [first, last] = [Infinity, -Infinity];
  for (const each of minutes) {
    if (each < first) first = each;
    if (each > last) last = each;
  }
  const [from, to] = minutes.length === 0 ? [0, 0] : [dayOf(first), dayOf(last)];
  const counts = new Uint32Array(to - from + 1);
  return {
    count(day: number): void {
      counts[day - from] = (counts[day - from] ?? 0) + 1;
    },
    /** The newest first. */
    months(): ReadonlyMap<string, number> {
      const months = new Map<string, number>();
      for (let day = to; day >= from; day -= 1) {
        const count = counts[day - from] ?? 0;
        if (count === 0) continue;
        const month = writeDay(day).slice(0, 7);
        months.set(month, (months.get(month) ?? 0) + count);
      }
      return months;
    },
  };
}
