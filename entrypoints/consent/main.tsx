import { render } from 'preact';
import browser from 'webextension-polyfill';
import type { AccountsAnswer } from '../../components/accounts/accounts.tsx';
import type { LinkedByDoors } from '../../components/linked-by/doors.ts';
import { Localised, localiseDocument } from '../../components/localised.tsx';
import { addressOfRoute } from '../../core/library-route.ts';
import { type Consent, noConsent } from '../../core/network/consent.ts';
import { readConsentQuery } from '../../core/network/consent-page.ts';
import { askAccounts } from '../../platform/ask-accounts.ts';
import { askLinkedBy } from '../../platform/ask-linked-by.ts';
import { accountChanges } from '../../platform/changes.ts';
import { speakAsChosen } from '../../platform/chosen-language.ts';
import { keepFocus } from '../../platform/keep-focus.ts';
import { readConsent, switchPurposes, watchConsent } from '../../platform/network/consent.ts';
import { askToCollect } from '../../platform/network/data-collection.ts';
import { onLinkedByChange } from '../../platform/network/watch-linked-by.ts';
import { words } from '../../platform/translate.ts';
import { ConsentPage, type Switched } from './consent-page.tsx';

const wanted = readConsentQuery(location.search);
let state: AccountsAnswer = 'waiting';
let consent: Consent = noConsent;

function show(): void {
  const root = document.getElementById('root');
  if (root === null) return;
  localiseDocument(document, words(), `consent_${wanted.purpose}_title`);
  render(
    <Localised i18n={words()}>
      <ConsentPage
        wanted={wanted}
        state={state}
        consent={consent}
        asksItself={import.meta.env.FIREFOX}
        now={Date.now()}
        ask={askAccounts}
        onChanged={readAccounts}
        onSwitchOn={switchOn}
        onLeave={() => void close()}
        linkedBy={linkedBy}
        onGoToAccounts={() => location.assign(accountsAddress())}
      />
    </Localised>,
    root,
  );
}

/** With the account that its reader wanted to look at when the network was not switched on yet. */
function accountsAddress(): string {
  const add = wanted.purpose === 'accounts' ? wanted.add : null;
  return addressOfRoute({ view: 'accounts', ...(add !== null && { add }) });
}

const linkedBy: LinkedByDoors = {
  ask: askLinkedBy,
  mayAsk: async () => consent.on.ask,
  readServices: async () => consent.services,
  onChange: onLinkedByChange,
  onAddAccount: (add) => location.assign(addressOfRoute({ view: 'accounts', add })),
  onNeedConsent: () => undefined,
};

async function readAccounts(): Promise<void> {
  const answer = await askAccounts('readAccounts', {}).catch(() => null);
  // What is shown already is of more use than that it could not be read anew.
  if (answer !== null || state === 'waiting') state = answer;
  show();
}

/** Called while a click lasts: the browser's own question comes first. */
async function switchOn(): Promise<Switched> {
  const isAllowed = await askToCollect(wanted.purpose).catch(() => false);
  if (!isAllowed) return 'refused';
  return switchPurposes([wanted.purpose], true).then(
    () => 'on',
    () => 'not-saved',
  );
}

async function close(): Promise<void> {
  const own = await browser.tabs.getCurrent();
  if (own.id !== undefined) await browser.tabs.remove(own.id);
}

function take(latest: Consent): void {
  consent = latest;
  show();
}

keepFocus(document);
await speakAsChosen(show);
accountChanges.listen(() => void readAccounts());
watchConsent(take);
readConsent().then(take, () => show());
void readAccounts();
