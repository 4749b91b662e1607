import type { Conversation } from '../core/gloss.ts';
import type { Post } from '../core/model.ts';
import { showMinute } from './dates.ts';
import { PassageButton } from './passage-button.tsx';
import { useWords } from './words.ts';

/** A thread as one flow in reading order, or a single post. */
export function ConversationView({ conversation }: { readonly conversation: Conversation }) {
  const translate = useWords();
  const { thread, posts } = conversation;
  const [first] = posts;
  return (
    <div class="conversation">
      {first !== undefined && <p class="when">{showMinute(first.time)}</p>}
      {thread?.start === 'missing' && <p class="note">{translate('thread_start_missing')}</p>}
      {thread?.start === 'unknown' && <p class="note">{translate('thread_start_unknown')}</p>}
      {posts.map((post) => (
        <PostView key={post.id} post={post} />
      ))}
    </div>
  );
}

function PostView({ post }: { readonly post: Post }) {
  const translate = useWords();
  const counts = [post.likes, post.reposts, post.replies, post.quotes].map(String);
  return (
    <div class="post" data-post={post.id} data-recommendation="" tabIndex={-1}>
      {post.isRepost === true && <p class="note">{translate('post_is_repost')}</p>}
      <p class="text">{post.text}</p>
      {post.images > 0 && <p class="note">{translate('post_has_image')}</p>}
      <PassageButton subject={{ post: post.id, recommendation: null }} />
      <p class="post-counts">{translate('post_counts', ...counts)}</p>
    </div>
  );
}
