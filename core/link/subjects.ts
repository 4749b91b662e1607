import type { PostId, PublicationId } from '../model/ids.ts';
import { idOfQuoted } from '../model/quoted.ts';
import type { Thread } from '../model/thread.ts';
import type { Links } from './publications.ts';
import type { UnlinkedPost } from './unlinked-posts.ts';

/** How many quotes are followed from one post: what quotes a quote of the post with the link is about the same. */
const MOST_QUOTES = 5;

/**
 * What each post is about: what it links to, what its thread is about, and what the post is about that it quotes: what the card of
 * that one leads to, or what it is about first in the same feed. A thread that is about nothing else is about what its first post
 * quotes.
 */
export function findSubjects(
  posts: readonly UnlinkedPost[],
  threadOf: ReadonlyMap<PostId, Thread>,
  { ofPost, ofQuoted }: Links,
): ReadonlyMap<PostId, readonly PublicationId[]> {
  const direct = (id: PostId) => [...(ofPost.get(id) ?? [])].concat(threadOf.get(id)?.publication ?? []);
  const throughQuote = createQuotes(posts, ofQuoted, (id) => direct(id)[0]);
  const throughFirst = new Map(
    [...new Set(threadOf.values())]
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

/** Finds what the post is about that a post quotes; undefined where it quotes none, or one about nothing that is known. */
function createQuotes(
  posts: readonly UnlinkedPost[],
  ofQuoted: Links['ofQuoted'],
  subjectOf: (post: PostId) => PublicationId | undefined,
): (post: PostId | undefined) => PublicationId | undefined {
  const quotedBy = new Map(posts.map((post) => [post.id, idOfQuoted(post) ?? undefined]));
  return (post) => {
    let quoting = post;
    for (let quotes = 0; quoting !== undefined && quotes < MOST_QUOTES; quotes += 1) {
      const quoted = quotedBy.get(quoting);
      const subject = ofQuoted.get(quoting) ?? (quoted && subjectOf(quoted));
      if (subject !== undefined) return subject;
      quoting = quoted;
    }
    return undefined;
  };
}
