import type { Thread } from '../model/thread.ts';
import { ownerOf } from '../sources/bluesky/names.ts';
import type { UnlinkedPost } from './unlinked-posts.ts';

type Chain = Omit<Thread, 'publication' | 'lists'>;

/**
 * The threads that replies make, of posts that one author answers with the next, in the order of their first posts. What
 * answered a post of the author's that is gone stands behind what is left of the same thread.
 */
export function findChains(posts: readonly UnlinkedPost[]): Chain[] {
  const own = posts.filter(({ isRepost }) => isRepost !== true);
  const byUri = new Map(own.flatMap((post) => (post.uri === null ? [] : [[post.uri, post] as const])));
  const parents = new Map(own.map((post) => [post, parentOf(post, byUri)] as const));
  const left = new Map<string, UnlinkedPost>();
  const orphans = own.filter((post) => parents.get(post) === null && rootOfGone(post) !== null);
  for (const post of orphans.toSorted(oldestFirst)) parents.set(post, takeBehind(post, byUri, left));
  const answers = Map.groupBy(own, (post) => parents.get(post)?.id ?? null);
  return (answers.get(null) ?? []).flatMap((head) => {
    const chain = follow(head, answers);
    return chain.length > 1 ? [makeThread(head, chain)] : [];
  });
}

/** What a post answers, where that is by its own author, and there. */
function parentOf({ reply, author }: UnlinkedPost, byUri: ReadonlyMap<string, UnlinkedPost>): UnlinkedPost | null {
  if (reply === null || reply === 'none') return null;
  const parent = byUri.get(reply.parent);
  return parent !== undefined && author !== null && parent.author?.did === author.did ? parent : null;
}

/** The first post of the thread that a post of its author's is in which answers another of theirs; null for any other. */
function rootOfGone({ uri, author, reply }: UnlinkedPost): string | null {
  if (uri === null || author === null || reply === null || reply === 'none') return null;
  return ownerOf(reply.parent) === author.did && ownerOf(reply.root) === author.did ? reply.root : null;
}

/** What is left of a thread that a post can stand behind: its first post, or the oldest whose parent is gone. */
function takeBehind(
  post: UnlinkedPost,
  byUri: ReadonlyMap<string, UnlinkedPost>,
  left: Map<string, UnlinkedPost>,
): UnlinkedPost | null {
  const root = rootOfGone(post) ?? '';
  const first = byUri.get(root) ?? left.get(root);
  if (first !== undefined) return first === post || first.author?.did !== post.author?.did ? null : first;
  left.set(root, post);
  return null;
}

/** Each post before its answers, the older answers first. */
function follow(head: UnlinkedPost, answers: ReadonlyMap<string | null, readonly UnlinkedPost[]>): UnlinkedPost[] {
  const chain: UnlinkedPost[] = [];
  const left = [head];
  for (let post = left.pop(); post !== undefined; post = left.pop()) {
    chain.push(post);
    for (const answer of (answers.get(post.id) ?? []).toSorted(newestFirst)) left.push(answer);
  }
  return chain;
}

function oldestFirst(a: UnlinkedPost, b: UnlinkedPost): number {
  return newestFirst(b, a);
}

/** Posts of one instant stay in the order of the feed. */
function newestFirst(a: UnlinkedPost, b: UnlinkedPost): number {
  if (a.time === b.time) return 0;
  return a.time < b.time ? 1 : -1;
}

function makeThread(head: UnlinkedPost, chain: readonly UnlinkedPost[]): Chain {
  const start = head.reply === 'none' ? 'shown' : 'missing';
  return { id: `thread:${head.id}`, time: head.time, posts: chain.map(({ id }) => id), start };
}
