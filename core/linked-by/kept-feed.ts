import { linkFeed } from '../link/link-feed.ts';
import { isNamedByAddress } from '../link/named-by-address.ts';
import { localDay } from '../local-day.ts';
import type { Feed } from '../model/feed.ts';
import type { Post } from '../model/post.ts';
import type { Publication } from '../model/publication.ts';
import { type FetchedPost, inFeedOrder } from '../sources/fetched-post.ts';
import { hashOf } from '../text/hash.ts';
import { KEPT_FEED } from './kept-id.ts';

export const MOST_KEPT = 2_000;

/** A post that is kept by itself, as the network had it. */
export interface KeptRow extends FetchedPost {
  /** Milliseconds since 1970. */
  readonly keptAt: number;
  /** What it links to, as the library called it when it was kept; null where it knew nothing of that. */
  readonly about: Publication | null;
}

/** The feed of posts that are kept; `name` is what it is called. */
export function keptFeed(rows: readonly KeptRow[], name: string): Feed {
  const keptAt = rows.reduce((latest, row) => Math.max(latest, row.keptAt), 0);
  const profile = {
    displayName: name,
    handle: String(KEPT_FEED),
    bio: null,
    followers: null,
    following: null,
    posts: null,
    joined: null,
  };
  const posts = inFeedOrder(rows).map(({ post }) => post);
  const asOf = keptAt === 0 ? null : localDay(keptAt);
  const feed = linkFeed({ origin: { kind: 'kept' }, profile, asOf, posts }, [], KEPT_FEED);
  return withAbout(feed, new Map(rows.flatMap(({ uri, about }) => (about === null ? [] : [[String(uri), about]]))));
}

/** A post's card tells no title of what its text links to: it is about what it was found for, too. */
function withAbout(feed: Feed, aboutOf: ReadonlyMap<string, Publication>): Feed {
  const publications = new Map(feed.publications.map((each) => [each.id, each]));
  const posts = feed.posts.map((post): Post => {
    const about = aboutOf.get(post.id);
    if (about === undefined) return post;
    const known = knownOf(feed, about);
    const entry = known === undefined ? entryOf(about) : calledAs(known, about);
    publications.set(entry.id, entry);
    return { ...post, publications: [...new Set([...post.publications, entry.id])] };
  });
  return { ...feed, posts, publications: [...publications.values()] };
}

/** One that no card tells of is called as the library called it. */
function calledAs(known: Publication, about: Publication): Publication {
  return isNamedByAddress(known) ? { ...about, id: known.id, coverageOf: null } : known;
}

function knownOf({ publications }: Feed, { addresses }: Publication): Publication | undefined {
  return publications.find((known) => known.addresses.some((address) => addresses.includes(address)));
}

function entryOf(about: Publication): Publication {
  const named = hashOf(KEPT_FEED, about.addresses[0] ?? about.title);
  return { ...about, id: `publication:${named}`, coverageOf: null };
}
