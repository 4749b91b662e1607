import type { Thread } from '../model/thread.ts';
import type { UnlinkedPost } from './unlinked-posts.ts';

type Chain = Omit<Thread, 'publication' | 'lists'>;

/** The threads that replies make, of posts that one author answers with the next, in the order of their first posts. */
export function findChains(posts: readonly UnlinkedPost[]): Chain[] {
  const own = posts.filter(({ isRepost }) => isRepost !== true);
  const byUri = new Map(own.flatMap((post) => (post.uri === null ? [] : [[post.uri, post] as const])));
  const answers = Map.groupBy(own, (post) => parentOf(post, byUri)?.id ?? null);
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

/** Posts of one instant stay in the order of the feed. */
function newestFirst(a: UnlinkedPost, b: UnlinkedPost): number {
  if (a.time === b.time) return 0;
  return a.time < b.time ? 1 : -1;
}

function makeThread(head: UnlinkedPost, chain: readonly UnlinkedPost[]): Chain {
  const start = head.reply === 'none' ? 'shown' : 'missing';
  return { id: `thread:${head.id}`, time: head.time, posts: chain.map(({ id }) => id), start };
}
