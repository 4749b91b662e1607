import { useRef } from 'preact/hooks';
import type { KeptPost } from '../../core/protocol/linked-by.ts';
import { AwayLink } from '../away-link.tsx';
import { showMinute } from '../dates.ts';
import { useLanguage, useWords } from '../words.ts';
import { Name } from './name.tsx';
import { RowButtons } from './row-buttons.tsx';
import { useFocusAfter } from './use-focus-after.ts';

interface Props {
  readonly posts: readonly KeptPost[];
  /** Settles when it is gone, or could not be removed. */
  readonly onRemove: (post: KeptPost) => Promise<void>;
}

/** Posts that the reader keeps by themselves, each with who wrote it, and the way to have it no longer. */
export function KeptList({ posts, onRemove }: Props) {
  const translate = useWords();
  const list = useRef<HTMLUListElement>(null);
  return (
    <div class="accounts">
      <div class="controls">
        <ul ref={list} class="plain-list accounts-items" tabIndex={-1} aria-label={translate('kept_posts')}>
          {posts.map((post) => (
            <KeptItem
              key={post.uri}
              post={post}
              onRemove={() => onRemove(post)}
              onLeave={() => list.current?.focus()}
            />
          ))}
        </ul>
      </div>
    </div>
  );
}

interface ItemProps {
  readonly post: KeptPost;
  readonly onRemove: () => Promise<void>;
  /** The row goes, and had the focus. */
  readonly onLeave: () => void;
}

function KeptItem({ post: { name, handle, at, text, address }, onRemove, onLeave }: ItemProps) {
  const translate = useWords();
  const language = useLanguage();
  const row = useRef<HTMLLIElement>(null);
  useFocusAfter(row, onLeave);
  return (
    <li ref={row} class="accounts-item">
      <div class="accounts-who">
        <h2 class="accounts-name">
          <Name displayName={name} handle={handle} />
        </h2>
        <p class="kept-text" dir="auto">
          {text}
        </p>
        <p class="about">
          {showMinute(new Date(at).toISOString(), language)}
          {' · '}
          <AwayLink address={address} label={translate('post_original')} title={translate('post_original_title')} />
        </p>
      </div>
      <RowButtons of={name || handle} question={translate('kept_remove_question')} onRemove={onRemove} />
    </li>
  );
}
