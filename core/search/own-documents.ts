import { isDue } from '../follow-up/line.ts';
import type { FollowUp, Note } from '../model/own.ts';
import type { OwnItem } from '../protocol/search.ts';
import { dayOfInstant, readDay } from '../text/minutes.ts';
import { NEVER, NONE } from './columns.ts';
import type { Place } from './copies.ts';
import type { FreshOwn } from './fresh.ts';
import { firstOf, type LibraryColumns, numbersBySegment } from './library-columns.ts';
import type { OwnSearched } from './own-searched.ts';
import type { SearchSource } from './source.ts';
import type { Kind } from './written.ts';

/** What the reader wrote, by the documents that it is about: each by its first. */
export interface OwnDocuments {
  readonly notes: readonly PlacedNote[];
  /** By the recommendation. */
  readonly followUps: ReadonlyMap<number, FollowUp>;
  readonly noted: Readonly<Record<Kind, ReadonlySet<number>>>;
  /** Recommendations with a follow-up, the posts that hold them and the publications that they are about. */
  readonly followed: Readonly<Record<Kind, ReadonlySet<number>>>;
  /** Recommendations. */
  readonly due: ReadonlySet<number>;
  /** What is new by what was written about it. */
  readonly fresh: Readonly<Record<Kind, ReadonlySet<number>>>;
}

export interface PlacedNote {
  readonly note: Note;
  /** When it was last changed, in minutes since 1970; `NEVER` where its clock was wrong. */
  readonly minutes: number;
  /** The day of that, since 1970, in the reader's calendar. */
  readonly day: number;
  readonly isNew: boolean;
  /** Null where the library does not hold it any more. */
  readonly about: { readonly kind: Kind; readonly document: number; readonly item: OwnItem } | null;
}

/** Finds the documents that something was written about. */
export async function placeOwn(
  source: SearchSource,
  library: LibraryColumns,
  { written, today }: OwnSearched,
  isFresh: FreshOwn,
): Promise<OwnDocuments> {
  const documentOf = await findItems(
    source,
    library,
    written.map(({ item }) => item),
  );
  const notes: PlacedNote[] = [];
  const followUps = new Map<number, FollowUp>();
  const [noted, fresh] = [setsOfKinds(), setsOfKinds()];
  for (const { record, item } of written) {
    const document = documentOf(item);
    const kind = KIND_OF[item.kind];
    if (document !== null && isFresh.isAbout(record)) fresh[kind].add(document);
    if (record.kind === 'note') {
      const about = document === null ? null : { kind, document, item };
      notes.push({ note: record, ...timesOf(record.changed), isNew: isFresh.isNote(record), about });
      if (document !== null) noted[kind].add(document);
    } else if (document !== null) followUps.set(document, record);
  }
  // In one order, whichever order they are stored in.
  notes.sort((one, other) => other.note.changed - one.note.changed || (one.note.id < other.note.id ? -1 : 1));
  const due = [...followUps].filter(([, followUp]) => isDue({ followUp }, today)).map(([document]) => document);
  return { notes, followUps, noted, followed: followedBy(library, [...followUps.keys()]), due: new Set(due), fresh };
}

const MINUTE = 60_000;
const YEAR_10000 = Date.UTC(10_000, 0);
/** Also where the reader is a day ahead. */
const LAST_DAY = readDay('9999-12-31');
const KIND_OF = { post: 'posts', publication: 'publications', recommendation: 'recommendations' } as const;

function setsOfKinds() {
  return { publications: new Set<number>(), recommendations: new Set<number>(), posts: new Set<number>() };
}

/** A time that no calendar of four figures has is none. */
function timesOf(time: number): Pick<PlacedNote, 'minutes' | 'day'> {
  if (time < 0 || time >= YEAR_10000 || Number.isNaN(time)) return { minutes: NEVER, day: NEVER };
  const minutes = Math.floor(time / MINUTE);
  return { minutes, day: Math.min(LAST_DAY, dayOfInstant(minutes)) };
}

function followedBy(library: LibraryColumns, recommendations: readonly number[]): OwnDocuments['followed'] {
  const isThere = (document: number) => document !== NONE;
  const posts = recommendations.map((each) => library.postsOfRecommendations[each] ?? NONE).filter(isThere);
  const publications = recommendations.map((each) => library.aboutRecommendations[each] ?? NONE).filter(isThere);
  return {
    publications: new Set(publications),
    recommendations: new Set(recommendations),
    posts: new Set(posts.map((post) => firstOf(library.posts, post))),
  };
}

/** Gives the documents of items, by their first; null for what is not there. */
export async function findItems(
  source: SearchSource,
  library: LibraryColumns,
  items: readonly OwnItem[],
): Promise<(item: OwnItem) => number | null> {
  if (items.length === 0) return () => null;
  const posts = [...new Set(items.flatMap((item) => postOf(item) ?? []))];
  const publications = [...new Set(items.flatMap((item) => (item.kind === 'publication' ? [item.id] : [])))];
  const [postPlaces, publicationPlaces] = await Promise.all([
    source.placesOfPosts(posts),
    source.placesOfPublications(publications),
  ]);
  const documents = (kind: 'posts' | 'publications', ids: readonly string[], places: readonly (Place | null)[]) => {
    const numberOf = numbersBySegment(kind, library.segments);
    return new Map(
      ids.flatMap((id, index) => {
        const place = places[index] ?? null;
        const document = place && numberOf(place);
        return document === null ? [] : [[id, firstOf(library[kind], document)] as const];
      }),
    );
  };
  const postDocuments = documents('posts', posts, postPlaces);
  const publicationDocuments = documents('publications', publications, publicationPlaces);
  const recommended = findRecommended(
    library,
    new Set(items.flatMap((item) => (item.kind === 'recommendation' ? (postDocuments.get(item.post) ?? []) : []))),
  );
  return (item) => {
    if (item.kind === 'publication') return publicationDocuments.get(item.id) ?? null;
    const post = postDocuments.get(item.kind === 'post' ? item.id : item.post) ?? null;
    if (item.kind === 'post' || post === null) return post;
    return recommended.get(`${post} ${item.number}`) ?? null;
  };
}

function postOf(item: OwnItem): string | null {
  if (item.kind === 'publication') return null;
  return item.kind === 'post' ? item.id : item.post;
}

/** The recommendations of some posts, by the post and their number. */
function findRecommended(library: LibraryColumns, posts: ReadonlySet<number>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  if (posts.size === 0) return found;
  const { postsOfRecommendations: ofPosts, numbersOfRecommendations: numbers } = library;
  for (let document = 0; document < ofPosts.length; document += 1) {
    const post = ofPosts[document] ?? NONE;
    if (post === NONE || !posts.has(firstOf(library.posts, post))) continue;
    const key = `${firstOf(library.posts, post)} ${numbers[document]}`;
    if (!found.has(key)) found.set(key, firstOf(library.recommendations, document));
  }
  return found;
}
