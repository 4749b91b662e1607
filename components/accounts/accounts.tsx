import type { Consent } from '../../core/network/consent.ts';
import type { Purpose } from '../../core/network/purpose.ts';
import type { Services } from '../../core/network/services.ts';
import type { AccountRequests, AccountState, AccountsState } from '../../core/protocol/accounts.ts';
import type { Ask } from '../../core/protocol/wire.ts';
import { readActor } from '../../core/sources/bluesky/actor.ts';
import { useWords } from '../words.ts';
import { AccountList } from './account-list.tsx';
import { AddAccount } from './add-account.tsx';
import { ImportFiles, type Imports } from './import-files.tsx';
import { Part } from './part.tsx';
import { Purposes } from './purposes.tsx';
import { ServiceFields } from './service-fields.tsx';
import { Suggestions } from './suggestions.tsx';
import { useAccountActions } from './use-account-actions.ts';
import { useFollowed } from './use-followed.ts';
import { useNaming } from './use-naming.ts';
import { useSuggestions } from './use-suggestions.ts';

/** Null where they could not be loaded. */
export type AccountsAnswer = AccountsState | 'waiting' | null;

export interface AccountsProps {
  readonly state: AccountsAnswer;
  readonly consent: Consent;
  /** Null where no file can be taken in. */
  readonly imports: Imports | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly ask: Ask<AccountRequests>;
  /** Reads the accounts anew; settles when they are shown. */
  readonly onChanged: () => Promise<void>;
  /** Leads to where the reader switches a purpose on; called while a click lasts. `add`: what was written of an account. */
  readonly onNeedConsent: (purpose: Purpose, add?: string) => void;
  readonly onSwitch: (purpose: Purpose, on: boolean) => void;
  readonly onServices: (services: Services) => void;
}

interface NamedProps extends AccountsProps {
  /** An account that was named elsewhere, to be looked at; empty for none. */
  readonly named: string;
  /** How many posts are kept by themselves. */
  readonly kept: number;
}

/** Whose posts are read, and all that is done with accounts and the network. */
export function Accounts(props: NamedProps) {
  const { state, consent, imports, onNeedConsent, onSwitch, onServices } = props;
  return (
    <div class="accounts accounts-columns">
      <div class="accounts-parts">
        {state === null || state === 'waiting' ? <NoAccounts {...props} /> : <Known {...props} state={state} />}
      </div>
      <div class="accounts-parts">
        {imports !== null && <ImportFiles {...imports} />}
        <Purposes
          consent={consent}
          onSwitch={(purpose, on) => (on ? onNeedConsent(purpose) : onSwitch(purpose, false))}
        />
        <ServiceFields services={consent.services} onServices={onServices} />
      </div>
    </div>
  );
}

/** In place of accounts that are waited for, or could not be loaded. */
function NoAccounts({ state, onChanged }: AccountsProps) {
  const translate = useWords();
  return (
    <Part id="accounts-list" title={translate('accounts_list')}>
      <div class="accounts-row accounts-none">
        <p class="paragraph quiet">{translate(state === 'waiting' ? 'more_waiting' : 'accounts_not_loaded')}</p>
        {state === null && (
          <button type="button" class="button accounts-small" onClick={() => void onChanged()}>
            {translate('page_try_again')}
          </button>
        )}
      </div>
    </Part>
  );
}

/** What is done with accounts once it is known which there are. */
function Known(props: NamedProps & { readonly state: AccountsState }) {
  const { state, consent, now, ask, onNeedConsent } = props;
  const { added, told, tell } = useFollowed(state.accounts);
  const actions = useAccountActions(props, tell);
  const adding = useNaming(ask, () => void props.onChanged(), props.named);
  const isBeingAdded = ({ did, reading }: AccountState) => did === adding.added?.did && reading !== null;
  const suggestions = useSuggestions(ask);
  /** Does what needs the network, or leads to where that is switched on, and with what was written to where it goes on. */
  const where = (purpose: Purpose, go: () => unknown, add?: string) =>
    void (consent.on[purpose] ? go() : onNeedConsent(purpose, add));
  /** What names no account is said to, without the network. */
  const preview = (actor: string) => {
    const look = () => void adding.onPreview(actor);
    if (readActor(actor) === null) look();
    else where('accounts', look, actor);
  };
  return (
    <>
      <AccountList
        state={state}
        kept={props.kept}
        added={added}
        updates={actions.updates}
        hasFailed={actions.hasFailed}
        canRefresh={consent.on.refresh}
        now={now}
        onRefresh={(did) => where('refresh', () => actions.act('refreshAccounts', { did }))}
        onStop={(did) => void actions.act('stopReading', { did })}
        onKeep={(did, keep) => void actions.act('keepPosts', { did, keep })}
        onRemove={actions.remove}
        onRemoveText={actions.removeText}
        onSchedule={(schedule) => {
          void actions.act('changeSchedule', { schedule });
          if (schedule !== 'never' && !consent.on.refresh) onNeedConsent('refresh');
        }}
        onBringUpToDate={(feed) => where('refresh', () => actions.bringUpToDate(feed))}
        onNeedConsent={onNeedConsent}
      />
      <AddAccount
        {...adding}
        added={state.accounts.some(isBeingAdded) ? (adding.added?.name ?? null) : null}
        now={now}
        onPreview={() => preview(adding.typed)}
        onNeedConsent={onNeedConsent}
      />
      <Suggestions
        accounts={state.accounts}
        suggested={suggestions.suggested}
        now={now}
        onFind={(by) => (by === null ? void suggestions.find(null) : where('accounts', () => suggestions.find(by)))}
        onMore={() => void suggestions.findMore()}
        onPreview={preview}
        onNeedConsent={onNeedConsent}
      />
      <p class="unseen" role="status">
        {told}
      </p>
    </>
  );
}
