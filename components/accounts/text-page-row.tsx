import { useRef } from 'preact/hooks';
import type { TextPageState } from '../../core/protocol/accounts.ts';
import { showDay } from '../dates.ts';
import { useCount, useLanguage, useWords } from '../words.ts';
import { Name } from './name.tsx';
import { RowButtons } from './row-buttons.tsx';
import { useFocusAfter } from './use-focus-after.ts';

interface Props {
  readonly page: TextPageState;
  /** Settles when it is gone, or could not be removed. */
  readonly onRemove: () => Promise<void>;
  /** The row goes, and had the focus. */
  readonly onLeave: () => void;
}

/** A page that its reader saved as text and took in. */
export function TextPageRow({ page: { handle, displayName, asOf, posts, isBundled }, onRemove, onLeave }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const count = useCount();
  const row = useRef<HTMLLIElement>(null);
  useFocusAfter(row, onLeave);
  const question = isBundled
    ? translate('text_page_remove_bundled_question', displayName)
    : translate('account_remove_question', displayName, count('posts', posts));
  return (
    <li ref={row} class="accounts-item">
      <div class="accounts-who">
        <h3 class="accounts-name">
          <Name displayName={displayName} handle={handle} />
        </h3>
        <p class="about">
          {translate('account_kept', count('posts', posts))}{' '}
          {asOf === null ? translate('text_page_undated') : translate('text_page_from', showDay(asOf, language))}
        </p>
      </div>
      <RowButtons of={displayName} question={question} onRemove={onRemove} />
    </li>
  );
}
