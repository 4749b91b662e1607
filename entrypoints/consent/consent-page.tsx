import { useEffect, useRef, useState } from 'preact/hooks';
import type { AccountsAnswer } from '../../components/accounts/accounts.tsx';
import type { LinkedByDoors } from '../../components/linked-by/doors.ts';
import { LinkedByScreen } from '../../components/linked-by/linked-by-screen.tsx';
import { useWords } from '../../components/words.ts';
import type { MessageKey } from '../../core/message-key.ts';
import type { Consent } from '../../core/network/consent.ts';
import type { ConsentWanted } from '../../core/network/consent-page.ts';
import type { AccountRequests } from '../../core/protocol/accounts.ts';
import type { Ask } from '../../core/protocol/wire.ts';
import { ConsentFacts } from './consent-facts.tsx';
import { Outcome } from './outcome.tsx';
import { useReached } from './use-reached.ts';

/** What became of switching a purpose on. `refused`: by the browser's own question; `not-saved`: it could not be stored. */
export type Switched = 'on' | 'refused' | 'not-saved';

export interface ConsentPageProps {
  readonly wanted: ConsentWanted;
  readonly state: AccountsAnswer;
  readonly consent: Consent;
  /** Whether the browser asks its reader, too. */
  readonly asksItself: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly ask: Ask<AccountRequests>;
  /** Reads the accounts anew; settles when they are shown. */
  readonly onChanged: () => Promise<void>;
  /** Called while a click lasts. */
  readonly onSwitchOn: () => Promise<Switched>;
  readonly onLeave: () => void;
  readonly onGoToAccounts: () => void;
  readonly linkedBy: LinkedByDoors;
}

/** Says what is asked of whom before it is switched on, and does then what the reader came for. */
export function ConsentPage(props: ConsentPageProps) {
  const { wanted, consent, asksItself, onSwitchOn, onGoToAccounts, onLeave, linkedBy } = props;
  const { purpose } = wanted;
  const translate = useWords();
  const [step, setStep] = useState<'asked' | 'waiting' | Switched>('asked');
  const isOn = consent.on[purpose];
  const go = async () => {
    setStep('waiting');
    // The browser lets nothing be awaited between a click and its own question.
    const switched = isOn ? 'on' : await onSwitchOn();
    setStep(switched);
    if (switched === 'on' && goesToAccounts(wanted)) onGoToAccounts();
  };
  return (
    <>
      <h1 class="page-title">{translate(`consent_${purpose}_title`)}</h1>
      <p class="lead">{translate(`consent_${purpose}_lead`)}</p>
      <ConsentFacts purpose={purpose} services={consent.services} />
      {step === 'on' && wanted.purpose === 'refresh' && (
        <Outcome {...props} feed={wanted.feed} onNeedConsent={() => setStep('asked')} />
      )}
      {step === 'on' && wanted.purpose === 'ask' && wanted.address !== null && (
        <Answered address={wanted.address} doors={linkedBy} onLeave={onLeave} onNeedConsent={() => setStep('asked')} />
      )}
      {(step !== 'on' || goesToAccounts(wanted)) && (
        <Choice {...{ wanted, isOn, step, asksItself, onLeave }} onGo={() => void go()} />
      )}
    </>
  );
}

/** Whether there is nothing to do at once: the accounts are where it goes on. */
function goesToAccounts(wanted: ConsentWanted): boolean {
  return wanted.purpose === 'accounts' || (wanted.purpose === 'ask' && wanted.address === null);
}

interface AnsweredProps extends Pick<ConsentPageProps, 'onLeave'> {
  readonly address: string;
  readonly doors: LinkedByDoors;
  /** It was switched off meanwhile. */
  readonly onNeedConsent: () => void;
}

/** Asks who linked to the page that the reader came from, and shows what comes of it. */
function Answered({ address, doors, onLeave, onNeedConsent }: AnsweredProps) {
  const translate = useWords();
  const section = useRef<HTMLElement>(null);
  useReached(section);
  return (
    <section
      ref={section}
      class="consent-outcome consent-answered"
      tabIndex={-1}
      aria-label={translate('consent_outcome')}
    >
      <LinkedByScreen address={address} title={address} doors={{ ...doors, onNeedConsent }} isPart />
      <div class="consent-buttons">
        <button type="button" class="button" onClick={onLeave}>
          {translate('close')}
        </button>
      </div>
    </section>
  );
}

interface ChoiceProps extends Pick<ConsentPageProps, 'asksItself' | 'onLeave'> {
  readonly wanted: ConsentWanted;
  readonly isOn: boolean;
  readonly step: 'asked' | 'waiting' | Switched;
  readonly onGo: () => void;
}

function Choice({ wanted, isOn, step, asksItself, onGo, onLeave }: ChoiceProps) {
  const translate = useWords();
  const isWaiting = step === 'waiting';
  const hasFailed = step === 'refused' || step === 'not-saved';
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The browser's own question had the focus.
    if (hasFailed) button.current?.focus();
  }, [hasFailed]);
  return (
    <section class="consent-choice">
      {isOn && <p class="paragraph">{translate('consent_is_on')}</p>}
      {!isOn && asksItself && <p class="paragraph">{translate('consent_browser_asks')}</p>}
      <p class="paragraph consent-trouble" role="status">
        {step === 'refused' && translate('consent_refused')}
        {step === 'not-saved' && translate('consent_not_saved')}
      </p>
      <div class="consent-buttons">
        <button
          ref={button}
          type="button"
          class="button consent-main"
          aria-disabled={isWaiting}
          onClick={() => isWaiting || onGo()}
        >
          {translate(keyOfGoing(wanted, isOn))}
        </button>
        <button type="button" class="button" onClick={onLeave}>
          {translate('consent_not_now')}
        </button>
      </div>
    </section>
  );
}

function keyOfGoing(wanted: ConsentWanted, isOn: boolean): MessageKey {
  const isBare = wanted.purpose === 'ask' && wanted.address === null;
  if (isBare) return isOn ? 'consent_accounts_go' : 'purpose_switch_on';
  return `consent_${wanted.purpose}_${isOn ? 'go' : 'switch_on'}`;
}
