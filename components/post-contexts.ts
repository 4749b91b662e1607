import type { Gloss } from '../core/gloss/gloss.ts';
import type { PostId } from '../core/model/ids.ts';
import type { About } from './beside.ts';
import type { QuotedPost } from './quotes.ts';

/** Where a post stands; the ordinal, from 1, is its place in its thread, null for a post that is in none. */
export interface PostContext extends QuotedPost {
  readonly ordinal: number | null;
  readonly publication: About | null;
}

export function findPostContexts({ conversations, feeds, publication }: Gloss): ReadonlyMap<PostId, PostContext> {
  return new Map(
    conversations.flatMap(({ thread, posts, feed: from }) => {
      const feed = feeds.find((each) => each.id === from);
      const places = new Map(thread?.posts.map((id, index) => [id, index + 1]));
      return posts.map((post) => [post.id, { post, feed, publication, ordinal: places.get(post.id) ?? null }]);
    }),
  );
}
