import { useRef } from 'preact/hooks';
import type { Purpose } from '../../core/network/purpose.ts';
import type { BundledFeedState } from '../../core/protocol/accounts.ts';
import { showDay } from '../dates.ts';
import { useLanguage, useWords } from '../words.ts';
import { Name } from './name.tsx';
import { type Trouble, TroubleText } from './trouble.tsx';
import { useFocusAfter } from './use-focus-after.ts';

interface Props {
  readonly feed: BundledFeedState;
  /** What became of bringing it up to date; null where that was not asked for. */
  readonly came: 'asking' | Trouble | null;
  readonly now: number;
  readonly onBringUpToDate: () => void;
  /** The row goes, and had the focus. */
  readonly onLeave: () => void;
  readonly onNeedConsent: (purpose: Purpose) => void;
}

/** A feed that came with the extension, and is as old as that copy. */
export function BundledRow({ feed, came, now, onBringUpToDate, onLeave, onNeedConsent }: Props) {
  const { displayName, handle, asOf } = feed;
  const translate = useWords();
  const language = useLanguage();
  const row = useRef<HTMLLIElement>(null);
  useFocusAfter(row, onLeave);
  const isAsking = came === 'asking';
  return (
    <li ref={row} class="accounts-item">
      <div class="accounts-who">
        <h3 class="accounts-name">
          <Name displayName={displayName} handle={handle} />
        </h3>
        <p class="about" role="status">
          {isAsking && translate('accounts_asking')}
          {!isAsking &&
            (asOf === null ? translate('bundled_undated') : translate('bundled_from', showDay(asOf, language)))}
        </p>
        <p class="about accounts-trouble" role="status">
          {came !== null && came !== 'asking' && <TroubleText trouble={came} now={now} onNeedConsent={onNeedConsent} />}
        </p>
      </div>
      <div class="accounts-buttons">
        <button
          type="button"
          class="button accounts-small"
          aria-label={translate('bundled_update_title', displayName)}
          aria-disabled={isAsking}
          onClick={() => isAsking || onBringUpToDate()}
        >
          {translate('bundled_update')}
        </button>
      </div>
    </li>
  );
}
