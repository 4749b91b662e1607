import type { PostId, PublicationId } from '../model/ids.ts';
import type { Thread } from '../model/thread.ts';
import type { UnlinkedPost } from './unlinked-posts.ts';

/** How many quotes are followed from one post: what quotes a quote of the post with the link is about the same. */
const MOST_QUOTES = 5;

/**
 * What each post is about: what it links to, what its thread is about, and what the post of the same feed is about first that it
 * quotes. A thread that is about nothing else is about what its first post quotes. `linkedTo` are the publications that a post
 * itself links to.
 */
export function findSubjects(
  posts: readonly UnlinkedPost[],
  threads: readonly Thread[],
  linkedTo: (post: PostId) => readonly PublicationId[],
): ReadonlyMap<PostId, readonly PublicationId[]> {
  const threadOf = new Map(threads.flatMap((thread) => thread.posts.map((id) => [id, thread] as const)));
  const direct = (id: PostId) => [...linkedTo(id)].concat(threadOf.get(id)?.publication ?? []);
  const throughQuote = createQuotes(posts, (id) => direct(id)[0]);
  const throughFirst = new Map(
    threads
      .filter((thread) => thread.posts.every((id) => direct(id).length === 0))
      .map((thread) => [thread, throughQuote(thread.posts[0])] as const),
  );
  return new Map(
    posts.map(({ id }) => {
      const thread = threadOf.get(id);
      const quoted = [throughQuote(id), thread && throughFirst.get(thread)].filter((each) => each !== undefined);
      return [id, [...new Set([...direct(id), ...quoted])]];
    }),
  );
}

/** Finds what the post is about that a post quotes; undefined where it quotes none of the feed, or one about nothing. */
function createQuotes(
  posts: readonly UnlinkedPost[],
  subjectOf: (post: PostId) => PublicationId | undefined,
): (post: PostId | undefined) => PublicationId | undefined {
  const ofUri = new Map(posts.flatMap(({ uri, id }) => (uri === null ? [] : [[uri, id] as const])));
  const quotedBy = new Map(
    posts.flatMap(({ id, quote }) => (quote === null || quote === 'none' ? [] : [[id, ofUri.get(quote)] as const])),
  );
  return (post) => {
    let subject: PublicationId | undefined;
    let quoted = quotedBy.get(post ?? '');
    for (let quotes = 0; subject === undefined && quoted !== undefined && quotes < MOST_QUOTES; quotes += 1) {
      subject = subjectOf(quoted);
      quoted = quotedBy.get(quoted);
    }
    return subject;
  };
}
