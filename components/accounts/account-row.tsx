import { useRef } from 'preact/hooks';
import type { Purpose } from '../../core/network/purpose.ts';
import type { AccountState } from '../../core/protocol/accounts.ts';
import type { Keep } from '../../core/sources/bluesky/kept.ts';
import { useCount, useWords } from '../words.ts';
import { AccountStatus } from './account-status.tsx';
import { Bio } from './bio.tsx';
import { KeepSelect } from './keep-choice.tsx';
import { Name } from './name.tsx';
import { RefreshButton } from './refresh-button.tsx';
import { RowButtons } from './row-buttons.tsx';
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
  const count = useCount();
  useFocusAfter(row, onLeave);
  const { profile, isBundled, posts, reading } = account;
  const question = isBundled
    ? translate('account_remove_bundled_question', profile.displayName)
    : translate('account_remove_question', profile.displayName, count('posts', posts));
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
      <RowButtons of={profile.displayName} question={question} onRemove={onRemove}>
        <RefreshButton of={profile.displayName} isReading={reading !== null} onRefresh={onRefresh} onStop={onStop} />
      </RowButtons>
    </li>
  );
}
