import { keyPart } from '../../core/message-key.ts';
import type { LinkedByRequests, LinkingPost } from '../../core/protocol/linked-by.ts';
import type { Ask } from '../../core/protocol/wire.ts';
import { AwayLink } from '../away-link.tsx';
import { showMinute } from '../dates.ts';
import { useLanguage, useWords } from '../words.ts';
import { useKeeping } from './use-keeping.ts';

interface Props {
  readonly post: LinkingPost;
  readonly ask: Ask<LinkedByRequests>;
}

/** One post that links to the page: its text, whence it is known, and the ways on from it. */
export function LinkingPostItem({ post, ask }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const { at, text, address, threadOf, foundBy } = post;
  const by = foundBy.length > 1 ? 'both' : (foundBy[0] ?? 'index');
  return (
    <li class="linked-by-post">
      <p class="linked-by-quiet">
        {showMinute(new Date(at).toISOString(), language)}
        {' · '}
        {translate(`linked_by_by_${by}`)}
      </p>
      <p class="linked-by-text" dir="auto">
        {text}
      </p>
      <p class="linked-by-ways">
        <Keeping post={post} ask={ask} />
        {threadOf !== null && (
          <AwayLink
            address={threadOf}
            label={translate('linked_by_thread')}
            title={translate('linked_by_thread_title')}
          />
        )}
        <AwayLink address={address} label={translate('post_original')} title={translate('post_original_title')} />
      </p>
    </li>
  );
}

/** Keeps the post by itself, or takes it out again; one that the library has anyway is only marked. */
function Keeping({ post, ask }: Props) {
  const translate = useWords();
  const { isKept, trouble, change } = useKeeping(post, ask);
  if (post.isInLibrary && !isKept) return <span class="linked-by-known">{translate('linked_by_post_known')}</span>;
  return (
    <span>
      {isKept && <span class="linked-by-known">{translate('linked_by_kept')} · </span>}
      <button type="button" class="action" onClick={change}>
        {translate(isKept ? 'linked_by_drop' : 'linked_by_keep')}
      </button>
      <span role="status">
        {trouble !== null ? (
          ` ${translate(`linked_by_keep_${keyPart(trouble)}`)}`
        ) : (
          <span class="unseen">{isKept && translate('linked_by_kept')}</span>
        )}
      </span>
    </span>
  );
}
