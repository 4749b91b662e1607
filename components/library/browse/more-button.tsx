import { showNumber } from '../../dates.ts';
import { useLanguage, useWords } from '../../words.ts';
import type { Arrival } from './use-arrival.ts';

/** What comes after the items of a list that are shown. */
export interface MoreItems {
  readonly state: 'ready' | 'waiting' | 'failed';
  readonly arrival: Arrival | null;
  /** Does nothing while it is waited for. */
  readonly onMore: () => void;
}

interface Props {
  /** How many are not shown yet. */
  readonly left: number;
  readonly more: MoreItems;
}

/** The way to the next part of a list, or to try again; one button, which keeps the focus. */
export function MoreButton({ left, more: { state, onMore } }: Props) {
  const translate = useWords();
  const language = useLanguage();
  if (left <= 0) return null;
  const isWaiting = state === 'waiting';
  return (
    <p class="list-more">
      <span role="status">{state === 'failed' && `${translate('more_failed')} `}</span>
      <button type="button" class="button" aria-disabled={isWaiting} onClick={onMore}>
        {state === 'failed'
          ? translate('page_try_again')
          : translate(isWaiting ? 'more_waiting' : 'show_more', showNumber(left, language))}
      </button>
    </p>
  );
}
