import {
  type Check,
  hasShape,
  isFilled,
  isFilledListOf,
  isListOf,
  isNullOr,
  isNumber,
  isOneOf,
  isText,
  isTextLike,
  isTruth,
  type Shape,
} from '../shape.ts';
import type { Profile } from './account.ts';
import type { Feed } from './feed.ts';
import type { Origin } from './origin.ts';
import type { Author, LinkCard, Post, TextAddress } from './post.ts';
import { PUBLICATION_KINDS, type Publication } from './publication.ts';
import type { Recommendation } from './recommendation.ts';
import type { Point, PointList, Thread } from './thread.ts';

/** A day, and a minute without its zone or an instant. Both sort as texts only in these forms. */
const isDay = isTextLike(/^\d{4}-\d\d-\d\d$/);
const isTime = isTextLike(/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d\.\d{3}Z)?$/);

const profile: Shape<Profile> = {
  displayName: isText,
  handle: isFilled,
  bio: isNullOr(isText),
  followers: isNullOr(isNumber),
  following: isNullOr(isNumber),
  posts: isNullOr(isNumber),
  joined: isNullOr(isDay),
};

const address: Shape<TextAddress> = { shown: isText, isComplete: isTruth };

const linkCard: Shape<LinkCard> = {
  title: isText,
  description: isText,
  siteName: isNullOr(isText),
  titleIsCertain: isTruth,
};

const author: Shape<Author> = { did: isFilled, handle: isFilled, displayName: isText };

/** A post may be of an image alone, and have an empty text. */
const post: Shape<Post> = {
  id: isFilled,
  uri: isNullOr(isFilled),
  author: isNullOr(hasShape(author)),
  time: isTime,
  text: isText,
  likes: isNullOr(isNumber),
  reposts: isNullOr(isNumber),
  replies: isNullOr(isNumber),
  quotes: isNullOr(isNumber),
  mentions: isListOf(isText),
  addresses: isListOf(hasShape(address)),
  linkCard: isNullOr(hasShape(linkCard)),
  images: isNumber,
  alternativeTexts: isListOf(isText),
  languages: isListOf(isText),
  tags: isListOf(isText),
  labels: isListOf(isText),
  quote: isNullOr(isFilled),
  isRepost: isOneOf(true, false, null),
  thread: isNullOr(isFilled),
  publications: isListOf(isFilled),
};

const point: Shape<Point> = { label: isText, text: isText, post: isFilled };
const list: Shape<PointList> = { heading: isNullOr(isText), points: isListOf(hasShape(point)) };

const thread: Shape<Thread> = {
  id: isFilled,
  time: isTime,
  posts: isFilledListOf(isFilled),
  start: isOneOf('shown', 'missing', 'unknown'),
  publication: isNullOr(isFilled),
  lists: isListOf(hasShape(list)),
};

const recommendation: Shape<Recommendation> = {
  number: isNumber,
  text: isText,
  section: isNullOr(isText),
  post: isFilled,
  thread: isFilled,
  publication: isNullOr(isFilled),
};

const publication: Shape<Publication> = {
  id: isFilled,
  kind: isOneOf(...PUBLICATION_KINDS),
  title: isText,
  otherTitles: isListOf(isText),
  titleIsCertain: isTruth,
  description: isText,
  siteName: isNullOr(isText),
  isIfg: isTruth,
  section: isNullOr(isText),
  addresses: isListOf(isText),
  displayForms: isListOf(isText),
  coverageOf: isNullOr(isFilled),
};

const textPage: Shape<Extract<Origin, { kind: 'text-page' }>> = { kind: isOneOf('text-page') };
const bluesky: Shape<Extract<Origin, { kind: 'bluesky' }>> = { kind: isOneOf('bluesky'), did: isFilled };
const kept: Shape<Extract<Origin, { kind: 'kept' }>> = { kind: isOneOf('kept') };
const isOrigin: Check = (value) => [textPage, bluesky, kept].some((shape) => hasShape(shape)(value));

/** What each part of a stored feed has to be, for a resolver and a card to make something of it. */
const feed: Shape<Feed> = {
  id: isFilled,
  origin: isOrigin,
  profile: hasShape(profile),
  asOf: isNullOr(isDay),
  posts: isListOf(hasShape(post)),
  threads: isListOf(hasShape(thread)),
  recommendations: isListOf(hasShape(recommendation)),
  publications: isListOf(hasShape(publication)),
};

/** The first part of a feed that is not what its type says, as `posts`; null where all of it is. */
export function findDamage(stored: Feed): keyof Feed | null {
  const names = Object.keys(feed) as (keyof Feed)[];
  return names.find((name) => !feed[name](stored[name])) ?? null;
}
