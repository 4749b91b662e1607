import { useRef } from 'preact/hooks';
import type { Did, FeedId } from '../../core/model/ids.ts';
import type { Purpose } from '../../core/network/purpose.ts';
import type { AccountsState, BundledFeedState, Schedule } from '../../core/protocol/accounts.ts';
import type { Keep } from '../../core/sources/bluesky/kept.ts';
import { useWords } from '../words.ts';
import { AccountRow } from './account-row.tsx';
import { BundledRow } from './bundled-row.tsx';
import { KeptRow } from './kept-row.tsx';
import { Part } from './part.tsx';
import { RefreshButton } from './refresh-button.tsx';
import { ScheduleChoice } from './schedule-choice.tsx';
import { TextPageRow } from './text-page-row.tsx';
import type { Trouble } from './trouble.tsx';

interface Props {
  readonly state: AccountsState;
  /** How many posts are kept by themselves. */
  readonly kept: number;
  /** Posts that came with the last reading of each account, where that is known. */
  readonly added: ReadonlyMap<Did, number>;
  /** What became of bringing a bundled feed up to date. */
  readonly updates: ReadonlyMap<FeedId, 'asking' | Trouble>;
  /** Whether what was asked last was not answered. */
  readonly hasFailed: boolean;
  readonly canRefresh: boolean;
  readonly now: number;
  /** Of all accounts where null is given. */
  readonly onRefresh: (did: Did | null) => void;
  readonly onStop: (did: Did | null) => void;
  readonly onKeep: (did: Did, keep: Keep) => void;
  /** Settles when it is gone, or could not be removed. */
  readonly onRemove: (did: Did) => Promise<void>;
  readonly onRemoveText: (feed: FeedId) => Promise<void>;
  readonly onSchedule: (schedule: Schedule) => void;
  readonly onBringUpToDate: (feed: BundledFeedState) => void;
  readonly onNeedConsent: (purpose: Purpose) => void;
}

/** Whose posts are read, and those of them that only came with the extension. */
export function AccountList(props: Props) {
  const { state, added, updates, hasFailed, now, onRefresh, onStop, onKeep, onBringUpToDate, onNeedConsent } = props;
  const { onRemove, onRemoveText, kept } = props;
  const { accounts, bundled, texts } = state;
  const translate = useWords();
  const list = useRef<HTMLUListElement>(null);
  const leaveRow = () => list.current?.focus();
  return (
    <Part id="accounts-list" title={translate('accounts_list')}>
      {accounts.length + bundled.length + texts.length + kept === 0 && (
        <p class="accounts-row paragraph quiet">{translate('accounts_none')}</p>
      )}
      <ul ref={list} class="plain-list accounts-items" tabIndex={-1} aria-label={translate('accounts_list')}>
        {accounts.map((account) => (
          <AccountRow
            key={account.did}
            account={account}
            added={added.get(account.did) ?? null}
            now={now}
            onRefresh={() => onRefresh(account.did)}
            onStop={() => onStop(account.did)}
            onKeep={(keep) => onKeep(account.did, keep)}
            onRemove={() => onRemove(account.did)}
            onLeave={leaveRow}
            onNeedConsent={onNeedConsent}
          />
        ))}
        {bundled.map((feed) => (
          <BundledRow
            key={feed.id}
            feed={feed}
            came={updates.get(feed.id) ?? null}
            now={now}
            onBringUpToDate={() => onBringUpToDate(feed)}
            onLeave={leaveRow}
            onNeedConsent={onNeedConsent}
          />
        ))}
        {texts.map((page) => (
          <TextPageRow key={page.feed} page={page} onRemove={() => onRemoveText(page.feed)} onLeave={leaveRow} />
        ))}
        {kept > 0 && <KeptRow posts={kept} />}
      </ul>
      {hasFailed && (
        <p class="accounts-row paragraph accounts-trouble" role="alert">
          {translate('refusal_no_answer')}
        </p>
      )}
      {accounts.length > 0 && <Together {...props} onRefresh={() => onRefresh(null)} onStop={() => onStop(null)} />}
    </Part>
  );
}

interface TogetherProps extends Pick<Props, 'state' | 'canRefresh' | 'now' | 'onSchedule'> {
  readonly onRefresh: () => void;
  readonly onStop: () => void;
}

/** What is done with all accounts, by hand or by itself. */
function Together({ state, canRefresh, now, onRefresh, onStop, onSchedule }: TogetherProps) {
  const isReading = state.accounts.some(({ reading }) => reading !== null);
  return (
    <div class="accounts-row accounts-together">
      <ScheduleChoice
        schedule={state.schedule}
        dueAt={state.dueAt}
        isOn={canRefresh}
        now={now}
        onSchedule={onSchedule}
      />
      <RefreshButton of={null} isReading={isReading} onRefresh={onRefresh} onStop={onStop} />
    </div>
  );
}
