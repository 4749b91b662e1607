import type { Profile } from '../model/account.ts';
import type { Feed } from '../model/feed.ts';
import type { FeedId, PostId, PublicationId } from '../model/ids.ts';
import type { Origin } from '../model/origin.ts';
import type { Post } from '../model/post.ts';
import type { Publication } from '../model/publication.ts';
import type { Thread } from '../model/thread.ts';
import type { SourceFeed } from '../sources/source-feed.ts';
import { linkCoverage } from './coverage.ts';
import type { KnownAddress } from './known-addresses.ts';
import { isNamedByAddress } from './named-by-address.ts';
import { findPublications, type Links } from './publications.ts';
import { findRecommendations } from './recommendations.ts';
import { findSingleThreads } from './single-threads.ts';
import { findSubjects } from './subjects.ts';
import { findPointLists, findThreads, type UnlinkedThread } from './threads.ts';
import { namePosts, type UnlinkedPost } from './unlinked-posts.ts';

/**
 * Finds what the posts of a source belong to: threads, publications, recommendations, and who reports on whom. The ids of
 * publications and of posts without an address are made from the feed's: it is given where that is to stay another's.
 */
export function linkFeed(
  { origin, profile, asOf, posts: said }: SourceFeed,
  known: readonly KnownAddress[],
  id: FeedId = feedId(origin, profile),
): Feed {
  const source = namePosts(id, said);
  const { publications, ofPost, ofQuoted } = findPublications(source, known, id);
  const byId = new Map(source.map((post) => [post.id, post]));
  const publicationOf = new Map(publications.map((publication) => [publication.id, publication]));
  const linkedFrom: LinkedFrom = (post) => (ofPost.get(post) ?? []).flatMap((each) => publicationOf.get(each) ?? []);
  const several = findThreads(source, profile);
  const single = findSingleThreads(source, several, (post) => isOwn(post, origin) && linkedFrom(post.id).length > 0);
  const threads = [...several, ...single].map((thread) => completeThread(thread, byId, linkedFrom));
  const posts = attach(source, threads, { ofPost, ofQuoted });
  return {
    id,
    origin,
    profile,
    asOf: asOf ?? newestDay(source),
    posts,
    threads,
    recommendations: threads.flatMap((thread) =>
      findRecommendations(pick(thread.posts, byId), thread.id, (post) => sourceOfList(post, thread, linkedFrom)),
    ),
    publications: linkCoverage(posts, publications),
  };
}

function isOwn({ author, isRepost }: UnlinkedPost, origin: Origin): boolean {
  return 'did' in origin && author?.did === origin.did && isRepost !== true;
}

/** A handle may change hands; a text page knows nothing better. */
function feedId(origin: Origin, { handle }: Profile): FeedId {
  return 'did' in origin ? `${origin.kind}:${origin.did}` : `${origin.kind}:${handle}`;
}

/** The publications that a post itself links to, its card's first. */
type LinkedFrom = (post: PostId) => readonly Publication[];

function completeThread(
  thread: UnlinkedThread,
  byId: ReadonlyMap<PostId, UnlinkedPost>,
  linkedFrom: LinkedFrom,
): Thread {
  return {
    ...thread,
    publication: subjectOf(thread.posts, linkedFrom),
    lists: findPointLists(pick(thread.posts, byId)),
  };
}

/**
 * What a thread is about: the Institute's publication that its posts link to, a report before an event or a comment on it, one that
 * has a title before one that texts alone link to, and of several the first. Of pages elsewhere, what its last or its first post
 * links to; one between is an aside.
 */
function subjectOf(posts: readonly PostId[], linkedFrom: LinkedFrom): PublicationId | null {
  const own = posts.flatMap(linkedFrom).filter(({ isIfg }) => isIfg);
  const titled = own.filter((each) => !isNamedByAddress(each));
  const untitled = firstLinks(posts, linkedFrom).find((each) => each.isIfg && isReport(each));
  const [end] = firstLinks([...posts.slice(-1), ...posts.slice(0, 1)], linkedFrom);
  return (titled.find(isReport) ?? untitled ?? titled[0] ?? own[0] ?? end)?.id ?? null;
}

/** What each of some posts links to first, where it links to anything: beside a card, what its text links to is an aside. */
function firstLinks(posts: readonly PostId[], linkedFrom: LinkedFrom): readonly Publication[] {
  return posts.flatMap((id) => linkedFrom(id).slice(0, 1));
}

/**
 * What a list of recommendations is from: what its own post links to, or the nearest link before it; a report before an event
 * or a comment on it; what stands behind it only where nothing stands before, or no more than an event. Null where that link is
 * to somebody else's page and the thread is about a publication of the Institute's, or to one without a title and the thread is
 * about another: either may be meant.
 */
function sourceOfList(post: PostId, { posts, publication }: Thread, linkedFrom: LinkedFrom): PublicationId | null {
  const linked = firstLinks(posts.slice(0, posts.indexOf(post) + 1), linkedFrom);
  const nearest = linked.at(-1);
  if (nearest === undefined) return publication;
  if (nearest.isIfg) {
    const report = linked.findLast((each) => each.isIfg && isReport(each));
    const source = report ?? (nearest.kind === 'event' ? null : nearest);
    if (source === null || source.id === publication) return publication;
    return isNamedByAddress(source) ? null : source.id;
  }
  return posts.some((id) => linkedFrom(id).some(({ isIfg }) => isIfg)) ? null : nearest.id;
}

function isReport({ kind }: Publication): boolean {
  return kind === 'report' || kind === 'chapter';
}

function attach(posts: readonly UnlinkedPost[], threads: readonly Thread[], links: Links): Post[] {
  const threadOf = new Map(threads.flatMap((thread) => thread.posts.map((id) => [id, thread] as const)));
  const subjects = findSubjects(posts, threadOf, links);
  return posts.map(({ reply, cardAddress, quotedCard, ...post }) => ({
    ...post,
    thread: threadOf.get(post.id)?.id ?? null,
    publications: subjects.get(post.id) ?? [],
  }));
}

function pick(ids: readonly PostId[], byId: ReadonlyMap<PostId, UnlinkedPost>): UnlinkedPost[] {
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function newestDay(posts: readonly UnlinkedPost[]): string | null {
  let newest = '';
  for (const post of posts) if (post.time > newest) newest = post.time;
  return newest === '' ? null : newest.slice(0, 10);
}
