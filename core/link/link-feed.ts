import type { Feed } from '../model/feed.ts';
import type { PostId, PublicationId } from '../model/ids.ts';
import type { Post } from '../model/post.ts';
import type { Publication } from '../model/publication.ts';
import type { Thread } from '../model/thread.ts';
import type { SourceFeed, SourcePost } from '../sources/source-feed.ts';
import { linkCoverage } from './coverage.ts';
import type { KnownAddress } from './known-addresses.ts';
import { findPublications } from './publications.ts';
import { findRecommendations } from './recommendations.ts';
import { findPointLists, findThreads, type UnlinkedThread } from './threads.ts';

/** Finds what the posts of a source belong to: threads, publications, recommendations, and who reports on whom. */
export function linkFeed({ id, origin, profile, posts: source }: SourceFeed, known: readonly KnownAddress[]): Feed {
  const { publications, ofPost } = findPublications(source, known, id);
  const byId = new Map(source.map((post) => [post.id, post]));
  const publicationOf = new Map(publications.map((publication) => [publication.id, publication]));
  const unlinked = findThreads(source, profile);
  const threads = unlinked.map((thread) => completeThread(thread, byId, ofPost, publicationOf));
  const posts = attach(source, threads, ofPost);
  return {
    id,
    origin,
    profile,
    asOf: newestDay(source),
    posts,
    threads,
    recommendations: threads.flatMap((thread) =>
      findRecommendations(pick(thread.posts, byId), thread.id, thread.publication),
    ),
    publications: linkCoverage(posts, publications),
  };
}

function completeThread(
  thread: UnlinkedThread,
  byId: ReadonlyMap<PostId, SourcePost>,
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
  posts: readonly SourcePost[],
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

function pick(ids: readonly PostId[], byId: ReadonlyMap<PostId, SourcePost>): SourcePost[] {
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function newestDay(posts: readonly SourcePost[]): string | null {
  let newest = '';
  for (const post of posts) if (post.time > newest) newest = post.time;
  return newest === '' ? null : newest.slice(0, 10);
}
