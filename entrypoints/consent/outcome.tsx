import { useEffect, useRef } from 'preact/hooks';
import { AccountStatus } from '../../components/accounts/account-status.tsx';
import type { AccountsAnswer } from '../../components/accounts/accounts.tsx';
import { BundledRow } from '../../components/accounts/bundled-row.tsx';
import { Name } from '../../components/accounts/name.tsx';
import { RefreshButton } from '../../components/accounts/refresh-button.tsx';
import { useAccountActions } from '../../components/accounts/use-account-actions.ts';
import { useFollowed } from '../../components/accounts/use-followed.ts';
import { useWords } from '../../components/words.ts';
import type { FeedId } from '../../core/model/ids.ts';
import type { AccountsState, BundledFeedState } from '../../core/protocol/accounts.ts';
import type { ConsentPageProps } from './consent-page.tsx';
import { useReached } from './use-reached.ts';

interface Props extends Pick<ConsentPageProps, 'now' | 'ask' | 'onChanged' | 'onLeave'> {
  readonly state: AccountsAnswer;
  /** What is brought up to date; all of it where null is given. */
  readonly feed: FeedId | null;
  /** It was switched off meanwhile. */
  readonly onNeedConsent: () => void;
}

/** Brings up to date, and shows how far that has got and what came. */
export function Outcome(props: Props) {
  const { state, onChanged, onLeave } = props;
  const translate = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useReached(heading);
  return (
    <section class="accounts consent-outcome" aria-labelledby="consent-outcome">
      <h2 ref={heading} class="page-heading" id="consent-outcome" tabIndex={-1}>
        {translate('consent_outcome')}
      </h2>
      {state === 'waiting' && <p class="paragraph">{translate('more_waiting')}</p>}
      {state === null && (
        <p class="paragraph">
          {translate('accounts_not_loaded')}{' '}
          <button type="button" class="button" onClick={() => void onChanged()}>
            {translate('page_try_again')}
          </button>
        </p>
      )}
      {state !== null && state !== 'waiting' && <Updates {...props} state={state} />}
      <div class="consent-buttons">
        <button type="button" class="button" onClick={onLeave}>
          {translate('close')}
        </button>
      </div>
    </section>
  );
}

function Updates(props: Props & { readonly state: AccountsState }) {
  const { state, feed, now, onNeedConsent } = props;
  const translate = useWords();
  const { added, told, tell } = useFollowed(state.accounts);
  const { act, bringUpToDate, updates, hasFailed } = useAccountActions(props, tell);
  const accounts = state.accounts.filter((account) => feed === null || account.feed === feed);
  const bundled = state.bundled.filter(({ id }) => feed === null || id === feed);
  const isUnknown = feed !== null && accounts.length + bundled.length === 0;
  const update = (of: BundledFeedState) => void bringUpToDate(of);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is begun once.
  useEffect(() => {
    const [account] = accounts;
    if (account !== undefined) void act('refreshAccounts', { did: feed === null ? null : account.did });
    if (feed !== null) bundled.map(update);
  }, []);
  return (
    <div class="controls">
      {isUnknown && <p class="accounts-row paragraph">{translate('update_unknown')}</p>}
      {!isUnknown && (
        <ul class="plain-list accounts-items">
          {accounts.map((account) => (
            <li key={account.did} class="accounts-item">
              <div class="accounts-who">
                <h3 class="accounts-name">
                  <Name {...account.profile} />
                </h3>
                <AccountStatus
                  account={account}
                  added={added.get(account.did) ?? null}
                  now={now}
                  onNeedConsent={onNeedConsent}
                />
              </div>
              <div class="accounts-buttons">
                <RefreshButton
                  of={account.profile.displayName}
                  isReading={account.reading !== null}
                  onRefresh={() => void act('refreshAccounts', { did: account.did })}
                  onStop={() => void act('stopReading', { did: account.did })}
                />
              </div>
            </li>
          ))}
          {bundled.map((each) => (
            <BundledRow
              key={each.id}
              feed={each}
              came={updates.get(each.id) ?? null}
              now={now}
              onBringUpToDate={() => update(each)}
              onLeave={() => document.getElementById('consent-outcome')?.focus()}
              onNeedConsent={onNeedConsent}
            />
          ))}
        </ul>
      )}
      {hasFailed && (
        <p class="accounts-row paragraph accounts-trouble" role="alert">
          {translate('refusal_no_answer')}
        </p>
      )}
      <p class="unseen" role="status">
        {told}
      </p>
    </div>
  );
}
