import type { Feed } from '../model/feed.ts';
import type { PostId, PostTime } from '../model/ids.ts';
import type { Post } from '../model/post.ts';
import type { Conversation } from './gloss.ts';

/** The conversations of all feeds that chosen posts make, the newest first; a post that several feeds hold is in one. */
export function gatherConversations(feeds: readonly Feed[], isChosen: (post: Post) => boolean): Conversation[] {
  return arrangeConversations(feeds.flatMap((feed) => conversationsIn(feed, isChosen)));
}

/** As much of a post as says where it is shown. */
interface Dated {
  readonly id: PostId;
  readonly time: PostTime;
}

/** The newest first, else in the order given; a post that several have is in one of them. */
export function arrangeConversations<Post extends Dated, Each extends { readonly posts: readonly Post[] }>(
  conversations: readonly Each[],
): (Each & { readonly posts: readonly Post[] })[] {
  return eachPostOnce<Post, Each>(conversations).toSorted((a, b) => timeOf(b).localeCompare(timeOf(a)));
}

/** When what is shown of a conversation begins; empty for one without posts. */
export function timeOf({ posts: [first] }: { readonly posts: readonly Dated[] }): PostTime {
  return first?.time ?? '';
}

function conversationsIn(feed: Feed, isChosen: (post: Post) => boolean): Conversation[] {
  const chosen = feed.posts.filter(isChosen);
  const byId = new Map(chosen.map((post) => [post.id, post]));
  const threads = feed.threads.flatMap((thread) => {
    const posts = thread.posts.flatMap((id) => byId.get(id) ?? []);
    return posts.length === 0 ? [] : [{ thread, posts, feed: feed.id }];
  });
  const alone = chosen.filter((post) => post.thread === null);
  return [...threads, ...alone.map((post) => ({ thread: null, posts: [post], feed: feed.id }))];
}

/** The longest keeps a post that several have: of one thread, some feeds may hold a part only. */
function eachPostOnce<Post extends Dated, Each extends { readonly posts: readonly Post[] }>(
  conversations: readonly Each[],
): (Each & { readonly posts: readonly Post[] })[] {
  const keeper = new Map<PostId, Each>();
  for (const conversation of conversations.toSorted((a, b) => b.posts.length - a.posts.length)) {
    for (const { id } of conversation.posts) if (!keeper.has(id)) keeper.set(id, conversation);
  }
  return conversations.flatMap((conversation) => {
    const posts = conversation.posts.filter(({ id }) => keeper.get(id) === conversation);
    return posts.length === 0 ? [] : [{ ...conversation, posts }];
  });
}
