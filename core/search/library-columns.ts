import { createDayOfMoment, minutesOfMoment } from '../text/minutes.ts';
import { type Columns, NEVER, NONE } from './columns.ts';
import { type Copies, type Place, pairsOf } from './copies.ts';
import type { Sizes } from './indexes.ts';
import { type PlacedSegment, sizesOf } from './source.ts';
import type { Kind } from './written.ts';

/**
 * The documents of one kind of all segments, by their numbers. Those that are one have one `first`, which stands for all of
 * them and is found in their place.
 */
export interface Documents {
  readonly size: number;
  /** Minutes since 1970; `NEVER` where there is no time. */
  readonly minutes: Int32Array;
  /** Days since 1970, in the reader's calendar; `NEVER` where there is no time. */
  readonly days: Int32Array;
  /** In words, of a text or a title. */
  readonly lengths: Uint8Array;
  /** Places among the feeds. */
  readonly feeds: Uint16Array;
  /** Null where each document is its own. */
  readonly firsts: Uint32Array | null;
  /** All that are one with a first, itself too; only of those that are several. */
  readonly members: ReadonlyMap<number, readonly number[]>;
}

/** What is known of all documents without reading any. */
export interface LibraryColumns {
  readonly segments: readonly PlacedSegment[];
  readonly publications: Documents;
  readonly recommendations: Documents;
  readonly posts: Documents;
  /** The publications, by their firsts, that each post is about, and where those of each begin. */
  readonly aboutPosts: { readonly list: Uint32Array; readonly starts: Uint32Array };
  /** The first of the publication that each recommendation is about; `NONE` where it is about none. */
  readonly aboutRecommendations: Int32Array;
  /** The post of each recommendation; `NONE` where it is missing. */
  readonly postsOfRecommendations: Int32Array;
  readonly numbersOfRecommendations: Uint32Array;
}

/** Joins what is known of segments, one after another. */
export function joinColumns(
  segments: readonly PlacedSegment[],
  columns: readonly Columns[],
  copies: Copies,
): LibraryColumns {
  const sizes = sizesOf(segments);
  const parts = segments.map((segment, index) => ({ segment, of: columns[index] ?? EMPTY }));
  const posts = groupDocuments('posts', sizes, segments, copies);
  const recommendations = groupDocuments('recommendations', sizes, segments, copies);
  const publications = groupDocuments('publications', sizes, segments, copies);
  const postMoments = new Int32Array(sizes.posts);
  const postsOfRecommendations = new Int32Array(sizes.recommendations);
  const aboutRecommendations = new Int32Array(sizes.recommendations);
  const numbersOfRecommendations = new Uint32Array(sizes.recommendations);
  for (const { segment, of } of parts) {
    const { starts } = segment;
    postMoments.set(of.posts.moments, starts.posts);
    const { posts: held, about, numbers } = of.recommendations;
    numbersOfRecommendations.set(numbers, starts.recommendations);
    for (let place = 0; place < held.length; place += 1) {
      const post = held[place] ?? NONE;
      const publication = about[place] ?? NONE;
      postsOfRecommendations[starts.recommendations + place] = post === NONE ? NONE : starts.posts + post;
      aboutRecommendations[starts.recommendations + place] =
        publication === NONE ? NONE : firstOf(publications, starts.publications + publication);
    }
  }
  const ofPosts = timesOf(postMoments);
  return {
    segments,
    posts: { ...posts, ...ofPosts, lengths: joinBytes(sizes.posts, parts, 'posts') },
    recommendations: {
      ...recommendations,
      minutes: atPosts(postsOfRecommendations, ofPosts.minutes),
      days: atPosts(postsOfRecommendations, ofPosts.days),
      lengths: joinBytes(sizes.recommendations, parts, 'recommendations'),
    },
    publications: {
      ...publications,
      ...timesOf(newestOf(publications, parts)),
      lengths: joinBytes(sizes.publications, parts, 'publications'),
    },
    aboutPosts: joinAbout(sizes, parts, publications),
    aboutRecommendations,
    postsOfRecommendations,
    numbersOfRecommendations,
  };
}

function timesOf(moments: Int32Array): Pick<Documents, 'minutes' | 'days'> {
  const isTime = (moment: number) => moment !== NEVER;
  const dayOfMoment = createDayOfMoment();
  return {
    minutes: moments.map((moment) => (isTime(moment) ? minutesOfMoment(moment) : NEVER)),
    days: moments.map((moment) => (isTime(moment) ? dayOfMoment(moment) : NEVER)),
  };
}

/** What posts have, by the recommendations that they hold. */
function atPosts(posts: Int32Array, values: Int32Array): Int32Array {
  const found = new Int32Array(posts.length);
  for (let place = 0; place < posts.length; place += 1) {
    const post = posts[place] ?? NONE;
    found[place] = post === NONE ? NEVER : (values[post] ?? NEVER);
  }
  return found;
}

interface Part {
  readonly segment: PlacedSegment;
  readonly of: Columns;
}

const EMPTY: Columns = {
  posts: {
    moments: new Int32Array(),
    lengths: new Uint8Array(),
    about: new Uint32Array(),
    aboutStarts: new Uint32Array(1),
  },
  recommendations: {
    posts: new Int32Array(),
    about: new Int32Array(),
    numbers: new Uint32Array(),
    lengths: new Uint8Array(),
  },
  publications: { moments: new Int32Array(), lengths: new Uint8Array() },
};

function groupDocuments(kind: Kind, sizes: Sizes, segments: readonly PlacedSegment[], copies: Copies) {
  const feeds = new Uint16Array(sizes[kind]);
  for (const { starts, sizes: own, feed } of segments) feeds.fill(feed, starts[kind], starts[kind] + own[kind]);
  const numberOf = numbersBySegment(kind, segments);
  const groups = new Map<number, Set<number>>();
  for (const [copy, of] of pairsOf(copies[kind])) {
    const [one, other] = [numberOf(copy), numberOf(of)];
    if (one === null || other === null) continue;
    groups.set(other, (groups.get(other) ?? new Set([other])).add(one));
  }
  if (groups.size === 0) return { size: sizes[kind], feeds, firsts: null, members: new Map<number, number[]>() };
  const firsts = Uint32Array.from({ length: sizes[kind] }, (_, number) => number);
  const members = new Map<number, number[]>();
  for (const group of groups.values()) {
    const sorted = [...group].sort((a, b) => a - b);
    const [first = 0] = sorted;
    members.set(first, sorted);
    for (const number of sorted) firsts[number] = first;
  }
  return { size: sizes[kind], feeds, firsts, members };
}

/** The number of a document by where it stands; null for a segment that is in no feed any more. */
export function numbersBySegment(kind: Kind, segments: readonly PlacedSegment[]): (place: Place) => number | null {
  const starts = new Map(segments.map(({ number, starts: own }) => [number, own[kind]]));
  return ([segment, place]) => {
    const start = starts.get(segment);
    return start === undefined ? null : start + place;
  };
}

function joinBytes(size: number, parts: readonly Part[], kind: Kind): Uint8Array {
  const joined = new Uint8Array(size);
  for (const { segment, of } of parts) joined.set(of[kind].lengths, segment.starts[kind]);
  return joined;
}

/** A publication's newest post may be of any feed. */
function newestOf({ size, members }: Pick<Documents, 'size' | 'members'>, parts: readonly Part[]): Int32Array {
  const moments = new Int32Array(size);
  for (const { segment, of } of parts) moments.set(of.publications.moments, segment.starts.publications);
  for (const [first, all] of members) moments[first] = Math.max(...all.map((each) => moments[each] ?? NEVER));
  return moments;
}

function joinAbout({ posts }: Sizes, parts: readonly Part[], publications: Pick<Documents, 'firsts'>) {
  const [only, ...others] = parts;
  // Of one segment alone nothing is renumbered.
  if (only !== undefined && others.length === 0 && publications.firsts === null)
    return { list: only.of.posts.about, starts: only.of.posts.aboutStarts };
  const list = new Uint32Array(parts.reduce((sum, { of }) => sum + of.posts.about.length, 0));
  const starts = new Uint32Array(posts + 1);
  let at = 0;
  for (const { segment, of } of parts) {
    const base = at;
    for (const each of of.posts.about) {
      list[at] = firstOf(publications, segment.starts.publications + each);
      at += 1;
    }
    for (let place = 0; place < segment.sizes.posts; place += 1)
      starts[segment.starts.posts + place + 1] = base + (of.posts.aboutStarts[place + 1] ?? 0);
  }
  return { list, starts };
}

/** Where a document stands, by its number. */
export function placeOfDocument(kind: Kind, segments: readonly PlacedSegment[], document: number): Place {
  const segment = segments.findLast(({ starts, sizes }) => starts[kind] <= document && sizes[kind] > 0);
  return [segment?.number ?? 0, document - (segment?.starts[kind] ?? 0)];
}

/** All documents that are one with a first. */
export function membersOf({ members }: Documents, first: number): readonly number[] {
  return members.get(first) ?? [first];
}

/** What stands for a document and for all that are one with it. */
export function firstOf({ firsts }: Pick<Documents, 'firsts'>, document: number): number {
  return firsts === null ? document : (firsts[document] ?? document);
}

/** Goes through the posts and the publications that each is about, by their firsts; only those of `within`, if it is given. */
export function eachAbout(
  { posts, aboutPosts: { list, starts } }: Pick<LibraryColumns, 'posts' | 'aboutPosts'>,
  visit: (post: number, publication: number) => void,
  within: Uint32Array | null = null,
): void {
  for (let post = 0; post < posts.size; post += 1) {
    if (within !== null && within[posts.firsts === null ? post : (posts.firsts[post] ?? post)] === 0) continue;
    for (let at = starts[post] ?? 0; at < (starts[post + 1] ?? 0); at += 1) visit(post, list[at] ?? 0);
  }
}
