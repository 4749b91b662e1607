import type { Feed } from '../model/feed.ts';
import { placesOf } from '../model/places.ts';
import { ByteReader, pushNumber, pushSigned } from '../postings/bytes.ts';
import { Damage } from '../postings/damage.ts';
import { mapInSteps, type Steps } from '../steps.ts';
import { hashNumberOf } from '../text/hash.ts';
import { momentOf } from '../text/minutes.ts';
import type { Sizes } from './indexes.ts';
import type { Written } from './written.ts';

/** What is known of all documents of a feed without reading them, each kind's as bytes. */
export interface StoredColumns {
  readonly posts: Uint8Array;
  readonly recommendations: Uint8Array;
  readonly publications: Uint8Array;
  /** A number of eight bytes for each post, the same for the same id. */
  readonly ids: Uint8Array;
}

/** By the places of posts. */
export interface PostColumns {
  readonly moments: Int32Array;
  /** In words. */
  readonly lengths: Uint8Array;
  /** The places of the publications that each is about, and where those of each begin. */
  readonly about: Uint32Array;
  readonly aboutStarts: Uint32Array;
}

/** By the places of recommendations; `NONE` stands for a post or a publication that is not there. */
export interface RecommendationColumns {
  readonly posts: Int32Array;
  readonly about: Int32Array;
  readonly numbers: Uint32Array;
  readonly lengths: Uint8Array;
}

/** By the places of publications. */
export interface PublicationColumns {
  /** Of the newest post about it; `NEVER` where there is none. */
  readonly moments: Int32Array;
  /** Of its title. */
  readonly lengths: Uint8Array;
}

export interface Columns {
  readonly posts: PostColumns;
  readonly recommendations: RecommendationColumns;
  readonly publications: PublicationColumns;
}

export const NONE = -1;
/** Before any time. */
export const NEVER = -(2 ** 31);
/** A text of more words is as long as one of these. */
const MAX_LENGTH = 255;

export function* columnsOf(feed: Feed, written: Written): Steps<StoredColumns> {
  const ids = yield* mapInSteps(feed.posts, ({ id }) => hashNumberOf(id));
  return {
    posts: writePosts(feed, written['posts text']),
    recommendations: writeRecommendations(feed, written['recommendations text']),
    publications: writePublications(feed, written['publications title']),
    ids: new Uint8Array(Float64Array.from(ids).buffer),
  };
}

type Texts = readonly (readonly string[])[];

function writePosts({ posts, publications }: Feed, texts: Texts): Uint8Array {
  const placeOf = placesOf(publications);
  const bytes: number[] = [];
  let before = 0;
  for (const [place, { time, publications: ids }] of posts.entries()) {
    const moment = momentOf(time);
    const about = ids.flatMap((id) => placeOf.get(id) ?? []);
    pushSigned(bytes, before - moment);
    pushNumber(bytes, lengthOf(texts[place]));
    pushNumber(bytes, about.length);
    for (const each of about) pushNumber(bytes, each);
    before = moment;
  }
  return Uint8Array.from(bytes);
}

function writeRecommendations({ posts, recommendations, publications }: Feed, texts: Texts): Uint8Array {
  const [postOf, publicationOf] = [placesOf(posts), placesOf(publications)];
  const bytes: number[] = [];
  let before = 0;
  for (const [place, { post, publication, number }] of recommendations.entries()) {
    const own = postOf.get(post) ?? NONE;
    pushSigned(bytes, own - before);
    pushNumber(bytes, (publicationOf.get(publication ?? '') ?? NONE) + 1);
    pushNumber(bytes, number >>> 0);
    pushNumber(bytes, lengthOf(texts[place]));
    before = own;
  }
  return Uint8Array.from(bytes);
}

function writePublications({ posts, publications }: Feed, titles: Texts): Uint8Array {
  const newest = new Map<string, number>();
  for (const { time, publications: ids } of posts) {
    const moment = momentOf(time);
    for (const id of ids) if (moment > (newest.get(id) ?? NEVER)) newest.set(id, moment);
  }
  const bytes: number[] = [];
  for (const [place, { id }] of publications.entries()) {
    pushSigned(bytes, newest.get(id) ?? NEVER);
    pushNumber(bytes, lengthOf(titles[place]));
  }
  return Uint8Array.from(bytes);
}

function lengthOf(text: readonly string[] = []): number {
  return Math.min(text.length, MAX_LENGTH);
}

/** Reads what `columnsOf` wrote; throws where that is damaged. */
export function readColumns(stored: Omit<StoredColumns, 'ids'>, sizes: Sizes): Columns {
  return {
    posts: readPosts(stored.posts, sizes),
    recommendations: readRecommendations(stored.recommendations, sizes),
    publications: readPublications(stored.publications, sizes),
  };
}

function readPosts(bytes: Uint8Array, { posts, publications }: Sizes): PostColumns {
  const reader = new ByteReader(bytes);
  const [moments, lengths] = [new Int32Array(posts), new Uint8Array(posts)];
  const aboutStarts = new Uint32Array(posts + 1);
  const about: number[] = [];
  let before = 0;
  for (let place = 0; place < posts; place += 1) {
    before -= reader.signed();
    moments[place] = before;
    lengths[place] = reader.number();
    for (let left = reader.number(); left > 0; left -= 1) about.push(below(publications, reader.number()));
    aboutStarts[place + 1] = about.length;
  }
  return { moments, lengths, about: Uint32Array.from(about), aboutStarts };
}

function readRecommendations(
  bytes: Uint8Array,
  { posts, recommendations, publications }: Sizes,
): RecommendationColumns {
  const reader = new ByteReader(bytes);
  const [ofPosts, about] = [new Int32Array(recommendations), new Int32Array(recommendations)];
  const [numbers, lengths] = [new Uint32Array(recommendations), new Uint8Array(recommendations)];
  let post = 0;
  for (let place = 0; place < recommendations; place += 1) {
    post += reader.signed();
    ofPosts[place] = below(posts, post);
    about[place] = below(publications, reader.number() - 1);
    numbers[place] = reader.number();
    lengths[place] = reader.number();
  }
  return { posts: ofPosts, about, numbers, lengths };
}

function readPublications(bytes: Uint8Array, { publications }: Sizes): PublicationColumns {
  const reader = new ByteReader(bytes);
  const [moments, lengths] = [new Int32Array(publications), new Uint8Array(publications)];
  for (let place = 0; place < publications; place += 1) {
    moments[place] = reader.signed();
    lengths[place] = reader.number();
  }
  return { moments, lengths };
}

function below(size: number, place: number): number {
  if (place >= size || place < NONE) throw new Damage(`a place ${place} of ${size}`);
  return place;
}

/** The numbers that stand for the posts' ids. */
export function readIds({ ids }: Pick<StoredColumns, 'ids'>): Float64Array {
  return new Float64Array(ids.slice().buffer);
}
