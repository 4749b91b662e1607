import { findRecommendations } from './recommendations.ts';
import type { UnlinkedThread } from './threads.ts';
import type { UnlinkedPost } from './unlinked-posts.ts';

/** A list has more than one. */
const FEWEST = 2;

/**
 * Posts that stand alone and hold a list of recommendations: each is a thread of its own, for recommendations are known by
 * their thread, whose id stays when the author goes on with it. `mayBe` tells which posts may be one.
 */
export function findSingleThreads(
  posts: readonly UnlinkedPost[],
  threads: readonly UnlinkedThread[],
  mayBe: (post: UnlinkedPost) => boolean,
): UnlinkedThread[] {
  const taken = new Set(threads.flatMap((thread) => thread.posts));
  return posts
    .filter((post) => !taken.has(post.id) && mayBe(post) && hasList(post))
    .map(({ id, time, reply }) => ({
      id: `thread:${id}`,
      time,
      posts: [id],
      start: reply === 'none' ? 'shown' : 'missing',
    }));
}

function hasList(post: UnlinkedPost): boolean {
  return findRecommendations([post], '', () => null).length >= FEWEST;
}
