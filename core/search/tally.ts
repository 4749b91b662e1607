import type { HitKind, OwnCounts } from '../protocol/search.ts';
import { writeDay } from '../text/minutes.ts';
import { NEVER, NONE } from './columns.ts';
import { FILTER, type FilterFacts, HIT_KINDS } from './filtering.ts';
import { createIsFound, type Gathered, type Passing } from './gather.ts';
import type { Documents, LibraryColumns } from './library-columns.ts';
import { createOwnTally } from './own-tally.ts';
import type { Kind } from './written.ts';

/** A document that is found, by its first; or a note, by its place. */
export type FoundItem = FoundDocument | { readonly kind: 'notes'; readonly place: number };

export interface FoundDocument {
  readonly kind: Kind;
  readonly document: number;
}

/** All that is found, and how it is spread. */
export interface Tally extends Gathered {
  readonly kinds: Readonly<Record<HitKind, number>>;
  /** By the place of the feed. */
  readonly feeds: readonly number[];
  /** By the first of the publication. */
  readonly publications: Uint32Array;
  /** By `YYYY-MM`. */
  readonly months: ReadonlyMap<string, number>;
  readonly new: number;
  readonly own: OwnCounts;
}

/** In the order in which kinds come where nothing else tells. */
export const KINDS: readonly Kind[] = ['publications', 'posts', 'recommendations'];

/** Counts what holds what is wanted, and passes; each control's numbers are of what passes every filter but its own. */
export function tally(passing: Passing, handles: readonly string[], fresh: FilterFacts['fresh']): Tally {
  const { library, own, failing, noteFailing } = passing;
  const isFound = createIsFound(passing);
  const found: Record<Kind, number[]> = { publications: [], recommendations: [], posts: [] };
  const kinds = { publication: 0, recommendation: 0, post: 0, note: 0 };
  const feeds = new Array<number>(handles.length).fill(0);
  const publications = new Uint32Array(library.publications.size);
  const days = createDays(library);
  const ofOwn = createOwnTally(own);
  let isNew = 0;
  for (const kind of KINDS) {
    const documents = library[kind];
    const { firsts, days: dayOf } = documents;
    for (let document = 0; document < documents.size; document += 1) {
      if ((firsts !== null && firsts[document] !== document) || !isFound(kind, document)) continue;
      const failed = failing[kind](document);
      if (failed === 0) found[kind].push(document);
      if ((failed & ~FILTER.kind) === 0) kinds[HIT_KINDS[kind]] += 1;
      if ((failed & ~FILTER.account) === 0) countFeeds(feeds, documents, document, handles);
      if ((failed & ~FILTER.publication) === 0) countAbout(publications, library, kind, document);
      if ((failed & ~FILTER.new) === 0 && fresh?.[kind][document] === 1) isNew += 1;
      ofOwn.count(kind, document, failed);
      const day = dayOf[document] ?? NEVER;
      if ((failed & ~FILTER.days) === 0 && day !== NEVER) days.count(day);
    }
  }
  const notes: number[] = [];
  for (const [place, note] of own.notes.entries()) {
    if (!isFound('notes', place)) continue;
    const failed = noteFailing(note);
    if (failed === 0) notes.push(place);
    if ((failed & ~FILTER.kind) === 0) kinds.note += 1;
    if ((failed & ~FILTER.new) === 0 && note.isNew) isNew += 1;
    if ((failed & ~FILTER.days) === 0 && note.day !== NEVER) days.count(note.day);
    if (note.about === null) continue;
    const { kind, document } = note.about;
    if ((failed & ~FILTER.account) === 0) countFeeds(feeds, library[kind], document, handles);
    if ((failed & ~FILTER.publication) === 0) countAbout(publications, library, kind, document);
    ofOwn.countFollowed(kind, document, failed);
  }
  return { found, notes, kinds, feeds, publications, months: days.months(), new: isNew, own: ofOwn.counts() };
}

/** Each account once. */
function countFeeds(counts: number[], documents: Documents, document: number, handles: readonly string[]): void {
  const { feeds: feedOf, members } = documents;
  const count = (feed: number) => {
    counts[feed] = (counts[feed] ?? 0) + 1;
  };
  const several = members.get(document);
  if (several === undefined) count(feedOf[document] ?? 0);
  else
    firstsOf(
      several.map((each) => feedOf[each] ?? 0),
      handles,
    ).forEach(count);
}

function firstsOf(feeds: readonly number[], handles: readonly string[]): readonly number[] {
  return [...new Map(feeds.toReversed().map((feed) => [handles[feed], feed] as const)).values()];
}

/** A document that is about a publication in several ways counts once. */
function countAbout(counts: Uint32Array, library: LibraryColumns, kind: Kind, document: number): void {
  const count = (publication: number) => {
    counts[publication] = (counts[publication] ?? 0) + 1;
  };
  if (kind === 'publications') count(document);
  else if (kind === 'posts') eachPublicationOf(library, document, count);
  else {
    const about = library.aboutRecommendations[document] ?? NONE;
    if (about !== NONE) count(about);
  }
}

/** Most posts are about one publication or none, and no list is made of these. */
function eachPublicationOf(
  { posts, aboutPosts: { list, starts } }: LibraryColumns,
  post: number,
  visit: (publication: number) => void,
): void {
  const several = posts.members.get(post);
  const [start, end] = [starts[post] ?? 0, starts[post + 1] ?? 0];
  if (several === undefined && end - start < 2) {
    if (end > start) visit(list[start] ?? 0);
  } else
    new Set((several ?? [post]).flatMap((each) => [...list.subarray(starts[each], starts[each + 1])])).forEach(visit);
}

/** Counts by day, most of which lie between the first post and the last. */
function createDays({ posts: { days: daysOfPosts } }: LibraryColumns) {
  let [from, to] = [Infinity, -Infinity];
  for (const each of daysOfPosts) {
    if (each < from) from = each;
    if (each > to) to = each;
  }
  const counts = new Uint32Array(daysOfPosts.length === 0 ? 0 : to - from + 1);
  const others = new Map<number, number>();
  return {
    count(day: number): void {
      const place = day - from;
      if (day >= from && day <= to) counts[place] = (counts[place] ?? 0) + 1;
      else others.set(day, (others.get(day) ?? 0) + 1);
    },
    /** The newest first. */
    months(): ReadonlyMap<string, number> {
      const days = [...others, ...Array.from(counts, (count, place) => [from + place, count] as const)];
      const months = new Map<string, number>();
      for (const [day, count] of days.filter((each) => each[1] > 0).sort(([a], [b]) => b - a)) {
        const month = writeDay(day).slice(0, 'YYYY-MM'.length);
        months.set(month, (months.get(month) ?? 0) + count);
      }
      return months;
    },
  };
}
