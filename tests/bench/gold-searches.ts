import { readFileSync } from 'node:fs';
import { linkFeed } from '../../core/link/link-feed.ts';
import type { Feed } from '../../core/model/feed.ts';
import type { SearchAnswer, SearchHit } from '../../core/protocol/search.ts';
import type { SourcePost } from '../../core/sources/source-feed.ts';
import { readSeeds } from '../../scripts/bundled-index.ts';
import { generateFeed } from './generated-feed.ts';

/** What is to come first: a publication by its title, or a post or a recommendation by a part of its text; or nothing at all. */
interface First {
  readonly publication?: string;
  readonly post?: string;
  readonly recommendation?: string;
  readonly none?: true;
}

export interface GoldSearch {
  readonly text: string;
  readonly first: First;
  /** Whether it was put away while ranking was tuned. */
  readonly isHeld: boolean;
}

type GoldPost = readonly [
  day: string,
  text: string,
  card?: readonly [title: string, description: string, address: string] | null,
  more?: { readonly alt?: string; readonly thread?: string },
];

interface GoldAccount {
  readonly handle: string;
  readonly displayName: string;
  readonly posts: readonly GoldPost[];
}

const gold = JSON.parse(readFileSync(new URL('../gold/searches.json', import.meta.url), 'utf8')) as {
  readonly accounts: readonly GoldAccount[];
  readonly searches: readonly Omit<GoldSearch, 'isHeld'>[];
};

/** Searches of one sort stand together, so that each half has half of them. */
export const goldSearches: readonly GoldSearch[] = gold.searches.map((search, index) => ({
  ...search,
  isHeld: index % 2 === 1,
}));

/** The seeds, the real-looking posts, and generated ones, so many in all. */
export async function goldFeeds(posts: number): Promise<readonly Feed[]> {
  const real = [...(await readSeeds()), ...gold.accounts.map(makeFeed)];
  const left = posts - real.reduce((sum, feed) => sum + feed.posts.length, 0);
  return [...real, generateFeed(left).feed];
}

function makeFeed({ handle, displayName, posts }: GoldAccount): Feed {
  const did = `did:web:${handle}`;
  const profile = {
    handle,
    displayName,
    bio: null,
    followers: null,
    following: null,
    posts: posts.length,
    joined: null,
  };
  const author = { did, handle, displayName };
  const uriOf = (place: number) => `at://${did}/app.bsky.feed.post/${posts.length - place}`;
  const replies = replyInThreads(posts.map((post, place) => ({ thread: post[3]?.thread ?? null, uri: uriOf(place) })));
  const source = posts.map((post, place) =>
    makePost(post, { author, uri: uriOf(place), place, reply: replies[place] ?? 'none' }),
  );
  const newestFirst = source.toSorted((a, b) => b.time.localeCompare(a.time));
  return linkFeed({ origin: { kind: 'bluesky', did }, profile, asOf: '2025-11-10', posts: newestFirst }, []);
}

/** A thread's posts stand in the order of reading, and each answers the one before. */
function replyInThreads(
  posts: readonly { readonly thread: string | null; readonly uri: string }[],
): SourcePost['reply'][] {
  return posts.map(({ thread }, place) => {
    const root = posts.find((each) => thread !== null && each.thread === thread);
    const parent = posts[place - 1];
    return thread === null || parent?.thread !== thread || root === undefined
      ? 'none'
      : { root: root.uri, parent: parent.uri };
  });
}

function makePost(
  [day, text, card = null, more = {}]: GoldPost,
  { author, uri, place, reply }: Pick<SourcePost, 'author' | 'uri' | 'reply'> & { readonly place: number },
): SourcePost {
  const [title = '', description = '', address = ''] = card ?? [];
  return {
    uri,
    author,
    time: `${day}T09:${String(place % 60).padStart(2, '0')}:00.000Z`,
    text,
    links: [],
    mentions: [],
    linkCard: card === null ? null : { title, description, siteName: null, titleIsCertain: true, address },
    images: more.alt === undefined ? 0 : 1,
    alternativeTexts: more.alt === undefined ? [] : [more.alt],
    languages: [],
    tags: [],
    labels: [],
    reply,
    quote: 'none',
    isRepost: false,
    likes: null,
    reposts: null,
    replies: null,
    quotes: null,
  };
}

/** From 1 on; null where nothing that is right was found, in the first part of the hits. */
export function rankOf({ first }: GoldSearch, { hits, total }: Pick<SearchAnswer, 'hits' | 'total'>): number | null {
  if (first.none) return total === 0 ? 1 : null;
  const place = hits.findIndex((hit) => isRight(hit, first));
  return place === -1 ? null : place + 1;
}

function isRight(hit: SearchHit, { publication, post, recommendation }: First): boolean {
  switch (hit.kind) {
    case 'publication':
      return hit.publication.title === publication;
    case 'post':
      return post !== undefined && [hit.post.text, ...hit.post.alternativeTexts].join(' ').includes(post);
    case 'recommendation':
      return recommendation !== undefined && hit.recommendation.text.includes(recommendation);
    case 'note':
      return false;
  }
}

export interface SearchScore {
  readonly searches: number;
  /** The share of searches whose first hit is right, and the mean of one by the rank of the first that is. */
  readonly precisionAtOne: number;
  readonly reciprocalRank: number;
  readonly missed: readonly string[];
}

export function scoreSearches(
  ranks: readonly { readonly search: GoldSearch; readonly rank: number | null }[],
): SearchScore {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    searches: ranks.length,
    precisionAtOne: mean(ranks.map(({ rank }) => Number(rank === 1))),
    reciprocalRank: mean(ranks.map(({ rank }) => (rank === null ? 0 : 1 / rank))),
    missed: ranks.filter(({ rank }) => rank !== 1).map(({ search, rank }) => `${search.text} (${rank ?? 'not found'})`),
  };
}
