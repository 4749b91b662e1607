import browser from 'webextension-polyfill';
import type { AccountsAnswer, AccountsProps } from '../../components/accounts/accounts.tsx';
import { type Consent, noConsent } from '../../core/network/consent.ts';
import type { AccountsState } from '../../core/protocol/accounts.ts';
import { askAccounts } from '../../platform/ask-accounts.ts';
import { accountChanges } from '../../platform/changes.ts';
import { openConsentPage } from '../../platform/consent-page.ts';
import { changeConsent, readConsent, watchConsent } from '../../platform/network/consent.ts';
import { followImports } from './imports.ts';

interface Doors {
  readonly show: () => Promise<void>;
  /** Tells how a saving goes. */
  readonly save: (saving: Promise<void>) => void;
}

/** Follows the accounts and what may be asked of the network, has them shown when they change, and gives them as they are. */
export function followAccounts({ show, save }: Doors): () => AccountsProps {
  let state: AccountsAnswer = 'waiting';
  let consent: Consent = noConsent;
  const read = async () => {
    const answer = await askAccounts('readAccounts', {}).catch(() => null);
    // What is shown already is of more use than that it could not be read anew.
    if (answer !== null || state === 'waiting') state = answer;
    await show();
  };
  const change = (next: (latest: Consent) => Consent) => save(changeConsent(next));
  const take = (latest: Consent) => {
    consent = latest;
    void show();
  };
  const imports = followImports(askAccounts, () => void show());
  accountChanges.listen(() => void read());
  watchConsent(take);
  readConsent().then(take, () => null);
  void read().then(() => {
    if (typeof state === 'object' && state !== null && isDueAtOpening(state, Date.now()))
      void askAccounts('refreshAccounts', { did: null }).catch(() => null);
  });
  return () => ({
    state,
    consent,
    imports: imports(),
    now: Date.now(),
    ask: askAccounts,
    onChanged: read,
    onNeedConsent: (purpose) => {
      if (purpose !== 'ask') void openConsentPage(browser, { purpose, feed: null });
    },
    onSwitch: (purpose, isOn) => change(({ on, services }) => ({ services, on: { ...on, [purpose]: isOn } })),
    onServices: (services) => change(({ on }) => ({ on, services })),
  });
}

/** Milliseconds for which what was read stays fresh, however often the page is opened. */
const FRESH = 3_600_000;

/** Whether its reader wants accounts read whenever the page is opened, and some have not been for a while. */
function isDueAtOpening({ schedule, accounts }: AccountsState, now: number): boolean {
  return schedule === 'opening' && accounts.some(({ readAt }) => readAt === null || now - readAt >= FRESH);
}
