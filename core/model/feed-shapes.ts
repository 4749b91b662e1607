import {
  hasShape,
  isFilled,
  isFilledListOf,
  isListOf,
  isNullOr,
  isNumber,
  isOneOf,
  isText,
  isTruth,
  type Shape,
} from '../shape.ts';
import type { Profile } from './account.ts';
import type { Feed } from './feed.ts';
import type { Origin } from './origin.ts';
import type { LinkCard, Post, TextAddress } from './post.ts';
import type { Publication, PublicationKind } from './publication.ts';
import type { Recommendation } from './recommendation.ts';
import type { Point, PointList, Thread } from './thread.ts';

const KINDS = {
  report: true,
  chapter: true,
  comment: true,
  explainer: true,
  event: true,
  'press-release': true,
  coverage: true,
  page: true,
} satisfies Record<PublicationKind, true>;

const profile: Shape<Profile> = {
  displayName: isText,
  handle: isFilled,
  bio: isText,
  followers: isNumber,
  following: isNumber,
  posts: isNumber,
  joined: isFilled,
};

const address: Shape<TextAddress> = { shown: isText, isComplete: isTruth };

const linkCard: Shape<LinkCard> = {
  title: isText,
  description: isText,
  siteName: isNullOr(isText),
  titleIsCertain: isTruth,
};

/** A post may be of an image alone, and have an empty text. */
const post: Shape<Post> = {
  id: isFilled,
  time: isFilled,
  text: isText,
  likes: isNumber,
  reposts: isNumber,
  replies: isNumber,
  quotes: isNumber,
  mentions: isListOf(isText),
  addresses: isListOf(hasShape(address)),
  linkCard: isNullOr(hasShape(linkCard)),
  images: isNumber,
  isRepost: isOneOf(true, null),
  thread: isNullOr(isFilled),
  publications: isListOf(isFilled),
};

const point: Shape<Point> = { label: isText, text: isText, post: isFilled };
const list: Shape<PointList> = { heading: isNullOr(isText), points: isListOf(hasShape(point)) };

const thread: Shape<Thread> = {
  id: isFilled,
  time: isFilled,
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
  kind: isOneOf(...Object.keys(KINDS)),
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

const origin: Shape<Origin> = { kind: isOneOf('text-page') };

/** What each part of a stored feed has to be, for a resolver and a card to make something of it. */
const feed: Shape<Feed> = {
  id: isFilled,
  origin: hasShape(origin),
  profile: hasShape(profile),
  asOf: isNullOr(isFilled),
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
