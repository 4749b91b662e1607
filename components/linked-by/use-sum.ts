import type { LinkedBy } from '../../core/protocol/linked-by.ts';
import { useCount, useWords } from '../words.ts';

/** How many posts there are of an answer. */
export function countPosts({ accounts }: LinkedBy): number {
  return accounts.reduce((sum, { posts }) => sum + posts.length, 0);
}

/** Says in one sentence what was found, or that nothing was, or could be. */
export function useSum(): (linkedBy: LinkedBy) => string {
  const translate = useWords();
  const count = useCount();
  return (linkedBy) => {
    const posts = countPosts(linkedBy);
    if (posts > 0)
      return translate('linked_by_found', count('posts', posts), count('people', linkedBy.accounts.length));
    return translate(whyNone(linkedBy));
  };
}

/** Whether anybody who was asked named posts, or said that there are none. */
export function hasAnswer({ sources }: LinkedBy): boolean {
  return sources.some(({ name, state }) => name !== 'posts' && (state === 'answered' || state === 'cut'));
}

function whyNone(linkedBy: LinkedBy) {
  const { sources } = linkedBy;
  if (!hasAnswer(linkedBy)) return 'linked_by_nobody';
  const [posts] = sources.filter(({ name }) => name === 'posts');
  const isFetched = posts === undefined || posts.state === 'answered' || posts.state === 'not-asked';
  return isFetched ? 'linked_by_none' : 'linked_by_not_fetched';
}
