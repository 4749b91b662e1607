import type { Profile } from '../model/account.ts';
import type { Feed } from '../model/feed.ts';
import type { PostId, PublicationId } from '../model/ids.ts';
import type { Post } from '../model/post.ts';
import type { Publication } from '../model/publication.ts';
import type { Thread } from '../model/thread.ts';
import { fail, type ParseFault, type Result, succeed } from '../result.ts';
import { findAddresses, findMentions } from '../text/post-text.ts';
import { linkCoverage } from './coverage.ts';
import type { KnownAddress } from './known-addresses.ts';
import { cutIntoLines, faultAt } from './lines.ts';
import { readLinkCard } from './link-card.ts';
import { type PostBlock, readPostBlocks } from './post-blocks.ts';
import { readProfile } from './profile.ts';
import { findPublications, siteNameOf } from './publications.ts';
import { findRecommendations } from './recommendations.ts';
import { findPointLists, findReposts, findThreads, type LoosePost, type LooseThread } from './threads.ts';

/**
 * Reads a public Bluesky profile page that was copied as text: the profile, its posts, newest first, and what
 * they belong to. A damaged or foreign text gives the line and what was expected there, and nothing else.
 * Linear in the length of the text. `known` are full addresses of link cards that the page shortens.
 */
export function parseFeed(text: string, known: readonly KnownAddress[] = []): Result<Feed, ParseFault> {
  const lines = cutIntoLines(text);
  const profile = readProfile(lines);
  if (!profile.ok) return profile;
  const start = lines.next;
  const blocks = readPostBlocks(lines);
  if (!blocks.ok) return blocks;
  if (blocks.value.length === 0 && profile.value.posts > 0) return fail(faultAt(lines, start, 'a post'));
  return succeed(assemble(profile.value, readPosts(blocks.value, profile.value), known));
}

function readPosts(blocks: readonly PostBlock[], profile: Profile): LoosePost[] {
  const isRepost = findReposts(blocks.map((block) => block.stamp));
  const ids = new Map<string, number>();
  return blocks.map((block, index) => {
    const addresses = findAddresses(block.text);
    const linkCard = block.cardLine === null ? null : readLinkCard(block.cardLine, siteNameOf(addresses));
    return {
      id: nextId(ids, `${profile.handle}/${block.stamp.time}`),
      ...block.stamp,
      text: block.text,
      mentions: findMentions(block.text),
      addresses,
      linkCard,
      images: block.images,
      isRepost: isRepost[index] === true ? true : null,
    };
  });
}

/** Posts have no id in the page: the account and the minute, and a number for those that share a minute. */
function nextId(ids: Map<string, number>, base: string): PostId {
  const count = (ids.get(base) ?? 0) + 1;
  ids.set(base, count);
  return `${base}/${count}`;
}

function assemble(profile: Profile, loose: readonly LoosePost[], known: readonly KnownAddress[]): Feed {
  const { publications, ofPost } = findPublications(loose, known);
  const byId = new Map(loose.map((post) => [post.id, post]));
  const publicationOf = new Map(publications.map((publication) => [publication.id, publication]));
  const looseThreads = findThreads(loose, profile);
  const threads = looseThreads.map((thread) => completeThread(thread, byId, ofPost, publicationOf));
  const posts = attach(loose, threads, ofPost);
  return {
    profile,
    asOf: newestDay(loose),
    posts,
    threads,
    recommendations: threads.flatMap((thread) =>
      findRecommendations(pick(thread.posts, byId), thread.id, thread.publication),
    ),
    publications: linkCoverage(posts, publications),
  };
}

function completeThread(
  thread: LooseThread,
  byId: ReadonlyMap<PostId, LoosePost>,
  ofPost: ReadonlyMap<PostId, PublicationId>,
  publicationOf: ReadonlyMap<PublicationId, Publication>,
): Thread {
  return {
    ...thread,
    publication: subjectOf(thread.posts, ofPost, publicationOf),
    lists: findPointLists(pick(thread.posts, byId)),
  };
}

/** A thread is about what its last or its first post links to, the Institute's before others; a card between is an aside. */
function subjectOf(
  posts: readonly PostId[],
  ofPost: ReadonlyMap<PostId, PublicationId>,
  publicationOf: ReadonlyMap<PublicationId, Publication>,
): PublicationId | null {
  const ends = [posts.at(-1), posts[0]].flatMap((id) => ofPost.get(id ?? '') ?? []);
  return ends.find((id) => publicationOf.get(id)?.isIfg) ?? ends[0] ?? null;
}

function attach(
  posts: readonly LoosePost[],
  threads: readonly Thread[],
  ofPost: ReadonlyMap<PostId, PublicationId>,
): Post[] {
  const threadOf = new Map(threads.flatMap((thread) => thread.posts.map((id) => [id, thread] as const)));
  return posts.map((post) => {
    const thread = threadOf.get(post.id);
    const publications = [ofPost.get(post.id), thread?.publication].filter((id) => typeof id === 'string');
    return { ...post, thread: thread?.id ?? null, publications: [...new Set(publications)] };
  });
}

function pick(ids: readonly PostId[], byId: ReadonlyMap<PostId, LoosePost>): LoosePost[] {
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function newestDay(posts: readonly LoosePost[]): string | null {
  let newest = '';
  for (const post of posts) if (post.time > newest) newest = post.time;
  return newest === '' ? null : newest.slice(0, 10);
}
