import { useContext } from 'preact/hooks';
import { postAddress, searchAddress } from '../core/cite/bluesky.ts';
import type { MessageKey } from '../core/message-key.ts';
import type { Post } from '../core/model/post.ts';
import { quotedUri } from '../core/model/quoted.ts';
import { findSharedWords } from '../core/text/shared-words.ts';
import { AwayLink } from './away-link.tsx';
import { Beside } from './beside.ts';
import { CopyButton } from './copy-button.tsx';
import { showNumber } from './dates.ts';
import { PassageButton } from './passage-button.tsx';
import type { PostContext } from './post-contexts.ts';
import { nameAuthor, quotePost } from './quotes.ts';
import { useLanguage, useWords } from './words.ts';

interface Props {
  readonly context: PostContext;
  /** Words that connect it with the page, shown in its text. */
  readonly sharedWords: readonly string[];
}

/** One post in the flow of its conversation. */
export function PostView({ context, sharedWords }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const { post, ordinal, feed } = context;
  const original = postAddress(post);
  const search = original !== null || feed === undefined ? null : searchAddress(post, feed.handle);
  return (
    <li class="post" data-post={post.id} data-recommendation="" tabIndex={-1}>
      {ordinal !== null && <span class="ordinal">{showNumber(ordinal, language)}</span>}
      <div class="said">
        {post.isRepost === true && (
          <p class="notice">{translate(post.author === null ? 'post_is_repost' : 'post_reposted')}</p>
        )}
        {post.author !== null && <p class="notice">{translate('post_author', ...nameAuthor(post.author))}</p>}
        <PostText text={post.text} sharedWords={sharedWords} />
        {post.images > 0 && <p class="notice">{translate('post_has_image')}</p>}
        {quotedUri(post) !== null && <p class="notice">{translate('post_quotes_another')}</p>}
        <LinkCardNotice context={context} />
        <div class="post-foot">
          <span class="post-counts">
            {showCounts(post, (key, count) => translate(key, showNumber(count, language)))}
          </span>
          <span class="actions">
            <PassageButton subject={{ post: post.id, recommendation: null }} />
            <CopyButton
              label={translate('copy')}
              title={translate('copy_post')}
              text={() => quotePost(translate, language, context)}
            />
            {original !== null && (
              <AwayLink
                address={original}
                label={translate('post_original')}
                title={translate('post_original_title')}
              />
            )}
            {search !== null && (
              <AwayLink address={search} label={translate('post_find')} title={translate('post_find_title')} />
            )}
          </span>
          {useContext(Beside)(context)}
        </div>
      </div>
    </li>
  );
}

function PostText({ text, sharedWords }: { readonly text: string; readonly sharedWords: readonly string[] }) {
  if (sharedWords.length === 0) return <p class="text">{text}</p>;
  return (
    <p class="text">
      {findSharedWords(text, sharedWords).map((piece) =>
        piece.isShared ? <mark key={piece.start}>{piece.text}</mark> : piece.text,
      )}
    </p>
  );
}

/** What a post links to, where that is not what the whole gloss is about. */
function LinkCardNotice({ context: { post, publication } }: { readonly context: PostContext }) {
  const translate = useWords();
  if (post.linkCard === null || post.linkCard.title === publication?.title) return null;
  const { title, siteName } = post.linkCard;
  return <p class="notice">{translate('post_links_to', siteName === null ? title : `${title} (${siteName})`)}</p>;
}

function showCounts(post: Post, say: (key: MessageKey, count: number) => string): string {
  const counts = [
    ['post_likes', post.likes],
    ['post_reposts', post.reposts],
    ['post_replies', post.replies],
    ['post_quotes', post.quotes],
  ] as const;
  return counts.flatMap(([key, count]) => (count === null || count === 0 ? [] : [say(key, count)])).join(' · ');
}
