import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Purpose } from '../../core/network/purpose.ts';
import type { AccountState } from '../../core/protocol/accounts.ts';
import type { Keep } from '../../core/sources/bluesky/kept.ts';
import { useWords } from '../words.ts';
import { AccountStatus } from './account-status.tsx';
import { Bio } from './bio.tsx';
import { KeepSelect } from './keep-choice.tsx';
import { Name } from './name.tsx';
import { RefreshButton } from './refresh-button.tsx';
import { Removal } from './removal.tsx';
import { useFocusAfter } from './use-focus-after.ts';

interface Props {
  readonly account: AccountState;
  /** Posts that came with the last reading; null where that is not known. */
  readonly added: number | null;
  readonly now: number;
  readonly onRefresh: () => void;
  readonly onStop: () => void;
  readonly onKeep: (keep: Keep) => void;
  /** Settles when it is gone, or could not be removed. */
  readonly onRemove: () => Promise<void>;
  /** The row goes, and had the focus. */
  readonly onLeave: () => void;
  readonly onNeedConsent: (purpose: Purpose) => void;
}

/** One account: who it is, how far it is read, and what can be done with it. */
export function AccountRow(props: Props) {
  const { account, added, now, onRefresh, onStop, onKeep, onRemove, onLeave, onNeedConsent } = props;
  const translate = useWords();
  const row = useRef<HTMLLIElement>(null);
  const remove = useRef<HTMLButtonElement>(null);
  const [removal, setRemoval] = useState<'asked' | 'over' | null>(null);
  useFocusAfter(row, onLeave);
  useLayoutEffect(() => {
    if (removal === 'over') remove.current?.focus();
  }, [removal]);
  const { profile, reading } = account;
  return (
    <li ref={row} class="accounts-item">
      <div class="accounts-who">
        <h3 class="accounts-name">
          <Name {...profile} />
        </h3>
        <Bio text={profile.bio} />
        <AccountStatus account={account} added={added} now={now} onNeedConsent={onNeedConsent} />
        <KeepSelect keep={account.keep} of={account} onKeep={onKeep} />
      </div>
      {removal === 'asked' ? (
        <Removal account={account} onRemove={onRemove} onOver={() => setRemoval('over')} />
      ) : (
        <div class="accounts-buttons">
          <RefreshButton of={profile.displayName} isReading={reading !== null} onRefresh={onRefresh} onStop={onStop} />
          <button
            ref={remove}
            type="button"
            class="button accounts-small"
            aria-label={translate('account_remove_title', profile.displayName)}
            onClick={() => setRemoval('asked')}
          >
            {translate('account_remove')}
          </button>
        </div>
      )}
    </li>
  );
}
