import type { Feed } from '../../../core/model/feed.ts';
import type { Match } from '../../../core/model/match.ts';
import type { Post } from '../../../core/model/post.ts';
import type { Publication } from '../../../core/model/publication.ts';
import type { Thread } from '../../../core/model/thread.ts';

export const POPULAR: Publication = {
  id: 'publication:popular',
  kind: 'report',
  title: 'A popular report',
  otherTitles: [],
  titleIsCertain: true,
  description: '',
  siteName: 'Institute for Government',
  isIfg: true,
  section: 'publication',
  addresses: ['https://instituteforgovernment.org.uk/publication/popular'],
  displayForms: [],
  coverageOf: null,
};

export const ABOUT_POPULAR: Match = {
  sureness: 'exact',
  publication: POPULAR.id,
  relatedPosts: [],
  reasons: [{ kind: 'address-known' }],
};

interface Made {
  readonly id?: string;
  /** How many posts each of its conversations has, the newest first; more than one is a thread. */
  readonly sizes: readonly number[];
  readonly recommendations?: number;
  readonly publication?: Publication;
  /** Minutes from one conversation to the next. */
  readonly apart?: number;
}

/** A feed of one account in which every post is about one publication. */
export function feedAbout({
  id = 'feed:a',
  sizes,
  recommendations = 0,
  publication = POPULAR,
  apart = 60,
}: Made): Feed {
  const conversations = sizes.map((size, number) =>
    Array.from({ length: size }, (_, place) => postAbout(`${id}/${number}.${place}`, number * apart, publication)),
  );
  const threads = conversations.filter(({ length }) => length > 1).map(threadOf);
  const ofThread = new Map(threads.flatMap((thread) => thread.posts.map((post) => [post, thread.id])));
  const posts = conversations.flat().map((post) => ({ ...post, thread: ofThread.get(post.id) ?? null }));
  return {
    id,
    origin: { kind: 'text-page' },
    profile: {
      displayName: id.slice(5),
      handle: `${id.slice(5)}.example`,
      bio: '',
      followers: 0,
      following: 0,
      posts: posts.length,
      joined: '2023-11-01',
    },
    asOf: '2026-01-01',
    posts,
    threads,
    recommendations: Array.from({ length: recommendations }, (_, index) => ({
      number: index + 1,
      text: `Do thing ${index + 1} of ${id}`,
      section: index % 2 === 0 ? 'even' : 'odd',
      post: posts.at(-1 - (index % posts.length))?.id ?? '',
      thread: 'thread:a',
      publication: publication.id,
    })),
    publications: [publication],
  };
}

function postAbout(id: string, minutesAgo: number, { id: publication }: Publication): Post {
  return {
    id,
    uri: null,
    author: null,
    time: new Date(Date.UTC(2026, 0, 1) - minutesAgo * 60_000).toISOString().slice(0, 16),
    text: `What post ${id} says`,
    likes: 0,
    reposts: 0,
    replies: 0,
    quotes: 0,
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
    publications: [publication],
  };
}

function threadOf(posts: readonly Post[]): Thread {
  const [first] = posts;
  return {
    id: `thread of ${first?.id}`,
    time: first?.time ?? '',
    posts: posts.map(({ id }) => id),
    start: 'shown',
    publication: POPULAR.id,
    lists: [],
  };
}
