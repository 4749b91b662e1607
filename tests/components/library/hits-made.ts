import type { FeedOrigin } from '../../../core/gloss/gloss.ts';
import type { Post } from '../../../core/model/post.ts';
import type { Publication } from '../../../core/model/publication.ts';
import type { Recommendation } from '../../../core/model/recommendation.ts';
import type { OwnCounts, SearchAnswer, SearchHit } from '../../../core/protocol/search.ts';
import { noteOf } from '../../core/own/records.ts';

type HitOf<Kind extends SearchHit['kind']> = Extract<SearchHit, { readonly kind: Kind }>;

export const FEED: FeedOrigin = {
  id: 'feed:a',
  origin: { kind: 'text-page' },
  handle: 'ann.example',
  displayName: 'Ann',
  asOf: '2025-11-11',
};

const POST: Post = {
  id: 'post:1',
  uri: null,
  author: null,
  time: '2025-11-03T09:15',
  text: 'Public procurement could do more.',
  likes: null,
  reposts: null,
  replies: null,
  quotes: null,
  mentions: [],
  addresses: [],
  linkCard: null,
  images: 0,
  alternativeTexts: [],
  languages: [],
  tags: [],
  labels: [],
  quote: null,
  isRepost: null,
  thread: null,
  publications: [],
};

const PUBLICATION: Publication = {
  id: 'publication:1',
  kind: 'report',
  title: 'The role of procurement',
  otherTitles: [],
  titleIsCertain: true,
  description: 'How public bodies buy.',
  siteName: 'Institute for Government',
  isIfg: true,
  section: null,
  addresses: [],
  displayForms: [],
  coverageOf: null,
};

const RECOMMENDATION: Recommendation = {
  number: 4,
  text: 'Publish a list.',
  section: null,
  post: 'post:1',
  thread: 'thread:1',
  publication: 'publication:1',
};

const SAID = { feed: FEED.id, about: null, day: '2025-11-03', foundIn: [], isNew: false } as const;

export function postHit(post: Partial<Post> = {}, hit: Partial<HitOf<'post'>> = {}): HitOf<'post'> {
  return { kind: 'post', ...SAID, ...hit, post: { ...POST, ...post } };
}

export function recommendationHit(hit: Partial<HitOf<'recommendation'>> = {}): HitOf<'recommendation'> {
  return { kind: 'recommendation', recommendation: RECOMMENDATION, ...SAID, ...hit };
}

export function publicationHit(
  publication: Partial<Publication> = {},
  hit: Partial<HitOf<'publication'>> = {},
): HitOf<'publication'> {
  const of = { ...PUBLICATION, ...publication };
  return { kind: 'publication', posts: 14, day: '2025-11-03', foundIn: [], isNew: false, ...hit, publication: of };
}

export const NO_OWN_COUNTS: OwnCounts = {
  notes: 0,
  followUps: 0,
  due: 0,
  responses: { none: 0, accepted: 0, 'accepted-in-part': 0, rejected: 0, superseded: 0 },
  progress: { 'not-started': 0, 'under-way': 0, 'done-in-part': 0, done: 0 },
};

export function noteHit(hit: Partial<HitOf<'note'>> = {}): HitOf<'note'> {
  const { title, id } = PUBLICATION;
  return {
    kind: 'note',
    note: noteOf('Ask what contracts cost'),
    day: '2025-11-20',
    about: { id, title },
    item: { kind: 'recommendation', post: 'post:1', number: 3 },
    foundIn: [],
    isNew: false,
    ...hit,
  };
}

/** What a search finds, as much of it as is given. */
export function answerWith(hits: readonly SearchHit[], rest: Partial<SearchAnswer> = {}): SearchAnswer {
  return {
    total: hits.length,
    start: 0,
    hits,
    counts: {
      kinds: { post: 0, recommendation: 0, publication: 0, note: 0 },
      accounts: [],
      publications: [],
      months: [],
      new: 0,
      own: NO_OWN_COUNTS,
    },
    instead: null,
    faults: [],
    ...rest,
  };
}
