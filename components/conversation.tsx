import type { Conversation } from '../core/gloss/gloss.ts';
import type { PostId } from '../core/model/ids.ts';
import { showMinute, showNumber } from './dates.ts';
import { sayInFeed } from './feed-words.ts';
import { PostView } from './post.tsx';
import type { PostContext } from './post-contexts.ts';
import { useCount, useLanguage, useWords } from './words.ts';

interface Props {
  readonly conversation: Conversation;
  readonly postContexts: ReadonlyMap<PostId, PostContext>;
  readonly sharedWords: readonly string[];
}

/** A thread as one flow in reading order, or a single post. */
export function ConversationView({ conversation, postContexts, sharedWords }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const { thread, posts } = conversation;
  const shown = posts.flatMap(({ id }) => postContexts.get(id) ?? []);
  const [first] = shown;
  return (
    <div class={thread === null ? 'conversation' : 'conversation thread'}>
      {first !== undefined && (
        <p class="when">
          <time dateTime={first.post.time}>{showMinute(first.post.time, language)}</time>
          {first.feed !== undefined && ` · ${sayInFeed(translate, first.feed)}`}
        </p>
      )}
      <ThreadNotice conversation={conversation} />
      <ol class="posts">
        {shown.map((context) => (
          <PostView key={context.post.id} context={context} sharedWords={sharedWords} />
        ))}
      </ol>
    </div>
  );
}

/** How much of a thread is shown, and whether it begins where the thread does. */
function ThreadNotice({ conversation: { thread, posts } }: Pick<Props, 'conversation'>) {
  const translate = useWords();
  const language = useLanguage();
  const count = useCount();
  if (thread === null) return null;
  if (posts.length < thread.posts.length)
    return (
      <p class="notice">
        {translate('thread_part', showNumber(posts.length, language), count('posts', thread.posts.length))}
      </p>
    );
  return thread.start === 'shown' ? null : <p class="notice">{translate(`thread_start_${thread.start}`)}</p>;
}
