import type { PostId } from '../model/ids.ts';
import type { Post } from '../model/post.ts';
import type { PostDetails } from '../protocol/library-page.ts';

/** What of a thread's posts, in reading order, stands before and after one of them. */
export function aroundPost(id: PostId, posts: readonly Post[]): Pick<PostDetails, 'before' | 'after'> {
  const place = posts.findIndex((post) => post.id === id);
  return { before: posts.slice(0, Math.max(0, place)), after: posts.slice(place + 1) };
}
