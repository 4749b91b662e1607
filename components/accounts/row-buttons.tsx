import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../words.ts';
import { Removal } from './removal.tsx';

interface Props {
  /** Whose posts. */
  readonly of: string;
  /** What is asked before they go. */
  readonly question: string;
  /** Settles when they are gone, or could not be removed. */
  readonly onRemove: () => Promise<void>;
  /** Other buttons of the row. */
  readonly children?: ComponentChildren;
}

/** The buttons of a row, of which the last removes what it tells of, after a question in their place. */
export function RowButtons({ of, question, onRemove, children }: Props) {
  const translate = useWords();
  const remove = useRef<HTMLButtonElement>(null);
  const [removal, setRemoval] = useState<'asked' | 'over' | null>(null);
  useLayoutEffect(() => {
    if (removal === 'over') remove.current?.focus();
  }, [removal]);
  if (removal === 'asked') return <Removal question={question} onRemove={onRemove} onOver={() => setRemoval('over')} />;
  return (
    <div class="accounts-buttons">
      {children}
      <button
        ref={remove}
        type="button"
        class="button accounts-small"
        aria-label={translate('account_remove_title', of)}
        onClick={() => setRemoval('asked')}
      >
        {translate('account_remove')}
      </button>
    </div>
  );
}
