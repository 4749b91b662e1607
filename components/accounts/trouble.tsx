import { keyPart } from '../../core/message-key.ts';
import type { Failure } from '../../core/network/failure.ts';
import type { Purpose } from '../../core/network/purpose.ts';
import type { AccountRefusal, NotTaken } from '../../core/protocol/accounts.ts';
import { showNumber } from '../dates.ts';
import { useLanguage, useWords } from '../words.ts';
import { useInstant } from './instants.ts';

/** Why nothing came of what was asked; `no-answer`: the extension's own background did not answer. */
export type Trouble = AccountRefusal | { readonly kind: 'no-answer' };

interface TroubleProps {
  readonly trouble: Trouble;
  readonly now: number;
  readonly onNeedConsent: (purpose: Purpose) => void;
}

/** Says why, and what can be done. */
export function TroubleText({ trouble, now, onNeedConsent }: TroubleProps) {
  const translate = useWords();
  if (trouble.kind !== 'failed') return <>{translate(`refusal_${keyPart(trouble.kind)}`)}</>;
  const { failure } = trouble;
  return (
    <>
      <FailureText failure={failure} /> <WhenAgain failure={failure} now={now} />
      <SwitchOn failure={failure} onNeedConsent={onNeedConsent} />
    </>
  );
}

/** What went wrong, without when it is tried again. */
export function FailureText({ failure }: { readonly failure: Failure | NotTaken }) {
  const translate = useWords();
  const language = useLanguage();
  switch (failure.kind) {
    case 'too-large':
      return <>{translate('failure_too_large', showNumber(failure.limit / 1_000_000, language))}</>;
    case 'withheld':
      return <>{translate('failure_withheld', failure.host)}</>;
    case 'unreadable':
      return <>{translate(`failure_unreadable_${keyPart(failure.why)}`)}</>;
    case 'limited':
      return <>{translate(failure.isPaused ? 'failure_paused' : 'failure_limited')}</>;
    case 'status':
      return (
        <>
          {translate(failure.status < 500 ? 'failure_refused' : 'failure_fault', String(failure.status))}
          <Said words={failure.message ?? failure.error} />
        </>
      );
    default:
      return <>{translate(`failure_${keyPart(failure.kind)}`)}</>;
  }
}

/** What a server says in its own words, which can be anything. */
function Said({ words }: { readonly words: string | null }) {
  const translate = useWords();
  if (words === null || words.trim() === '') return null;
  return (
    <>
      {' '}
      {translate('failure_says')} <q dir="auto">{words}</q>
    </>
  );
}

function WhenAgain({ failure, now }: { readonly failure: Failure; readonly now: number }) {
  const translate = useWords();
  const instant = useInstant(now);
  if ('until' in failure && failure.until !== null) return translate('failure_until', instant(failure.until));
  const isTheirs = failure.kind === 'timed-out' || (failure.kind === 'status' && failure.status >= 500);
  return isTheirs ? translate('failure_later') : null;
}

interface SwitchOnProps {
  readonly failure: Failure | NotTaken;
  readonly onNeedConsent: (purpose: Purpose) => void;
}

/** The way on where the reader has not switched on what was asked for. */
export function SwitchOn({ failure, onNeedConsent }: SwitchOnProps) {
  const translate = useWords();
  if (failure.kind !== 'not-allowed') return null;
  return (
    <button type="button" class="button accounts-small" onClick={() => onNeedConsent(failure.purpose)}>
      {translate('purpose_switch_on')}
    </button>
  );
}
