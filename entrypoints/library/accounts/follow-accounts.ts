import browser from 'webextension-polyfill';
import type { AccountsAnswer, AccountsProps } from '../../../components/accounts/accounts.tsx';
import { createListeners } from '../../../components/listeners.ts';
import { NOTHING_SAVED, type Saving } from '../../../components/saving-notice.tsx';
import { type Consent, noConsent } from '../../../core/network/consent.ts';
import type { ConsentWanted } from '../../../core/network/consent-page.ts';
import type { Purpose } from '../../../core/network/purpose.ts';
import type { AccountsState } from '../../../core/protocol/accounts.ts';
import { askAccounts } from '../../../platform/ask-accounts.ts';
import { accountChanges } from '../../../platform/changes.ts';
import { openConsentPage } from '../../../platform/consent-page.ts';
import { changeConsent, readConsent, switchPurposes, watchConsent } from '../../../platform/network/consent.ts';
import { stopCollecting } from '../../../platform/network/data-collection.ts';
import { followImports } from './follow-imports.ts';

/** The accounts and what may be asked of the network; files are taken in whatever view is shown meanwhile. */
export interface FollowedAccounts {
  /** As they are by now. */
  read(): AccountsProps;
  /** How the last change of what may be asked went. */
  readSaving(): Saving;
  /** Calls back when they have changed; gives what ends it. */
  listen(listener: () => void): () => void;
}

/** Follows the accounts as long as the page is open, and has them read where their reader wants that at each opening. */
export function followAccounts(): FollowedAccounts {
  const { tell, listen } = createListeners();
  let state: AccountsAnswer = 'waiting';
  let consent: Consent = noConsent;
  let saving = NOTHING_SAVED;
  const read = async () => {
    const answer = await askAccounts('readAccounts', {}).catch(() => null);
    // What is shown already is of more use than that it could not be read anew.
    if (answer !== null || state === 'waiting') state = answer;
    tell();
    // Views draw what has changed before the next task.
    await new Promise((resolve) => setTimeout(resolve));
  };
  const save = (saved: Promise<void>) => {
    const told = (hasFailed: boolean) => {
      saving = { count: saving.count + 1, hasFailed };
      tell();
    };
    saved.then(
      () => told(false),
      () => told(true),
    );
  };
  const take = (latest: Consent) => {
    consent = latest;
    tell();
  };
  const imports = followImports(askAccounts, tell);
  accountChanges.listen(() => void read());
  watchConsent(take);
  readConsent().then(take, () => null);
  void read().then(() => {
    if (typeof state === 'object' && state !== null && isDueAtOpening(state, Date.now()))
      void askAccounts('refreshAccounts', { did: null }).catch(() => null);
  });
  return {
    read: () => ({
      state,
      consent,
      imports: imports(),
      now: Date.now(),
      ask: askAccounts,
      onChanged: read,
      onNeedConsent: (purpose, add = '') => void openConsentPage(browser, consentFor(purpose, add)),
      onSwitch: (purpose, isOn) => save(switchPurposes([purpose], isOn).then(giveBackUnneeded)),
      onServices: (services) => save(changeConsent(({ on }) => ({ on, services }))),
    }),
    readSaving: () => saving,
    listen,
  };
}

function consentFor(purpose: Purpose, add: string): ConsentWanted {
  if (purpose === 'ask') return { purpose, address: null };
  return purpose === 'accounts' ? { purpose, add: add || null } : { purpose, feed: null };
}

/** What Firefox was asked for goes with the last purpose that needs it. */
async function giveBackUnneeded(): Promise<void> {
  await stopCollecting((await readConsent()).on);
}

/** Milliseconds for which what was read stays fresh, however often the page is opened. */
const FRESH = 3_600_000;

/** Whether its reader wants accounts read whenever the page is opened, and some have not been for a while. */
function isDueAtOpening({ schedule, accounts }: AccountsState, now: number): boolean {
  return schedule === 'opening' && accounts.some(({ readAt }) => readAt === null || now - readAt >= FRESH);
}
