import type { Feed } from '../../core/model/feed.ts';
import type { PostId } from '../../core/model/ids.ts';

/** What the gold files call posts: by their minute, and by their place among those that share it, from the newest on. */
export function namePosts(feeds: readonly Feed[]): ReadonlyMap<PostId, string> {
  const counts = new Map<string, number>();
  return new Map(
    feeds.flatMap(({ posts }) =>
      posts.map(({ id, time }) => {
        const count = (counts.get(time) ?? 0) + 1;
        counts.set(time, count);
        return [id, `${time}/${count}`];
      }),
    ),
  );
}
