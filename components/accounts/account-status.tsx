import { keyPart } from '../../core/message-key.ts';
import type { Purpose } from '../../core/network/purpose.ts';
import type { AccountFailure, AccountState, ReadingState } from '../../core/protocol/accounts.ts';
import { showNumber } from '../dates.ts';
import { useCount, useLanguage, useWords } from '../words.ts';
import { showSince, useInstant } from './instants.ts';
import { FailureText, SwitchOn } from './trouble.tsx';

interface Props {
  readonly account: AccountState;
  readonly added: number | null;
  readonly now: number;
  readonly onNeedConsent: (purpose: Purpose) => void;
}

/** How much of an account is kept and how new it is; what goes on, or went wrong. */
export function AccountStatus({ account, added, now, onNeedConsent }: Props) {
  const { profile, reading, failure, hidden } = account;
  return (
    <>
      <p class="accounts-line">
        <Kept account={account} now={now} />
      </p>
      {hidden !== null && <HiddenText hidden={hidden} />}
      <div class="accounts-state">
        {reading !== null && <Reading reading={reading} name={profile.displayName} />}
        {reading === null && failure !== null && (
          <FailureState failure={failure} now={now} onNeedConsent={onNeedConsent} />
        )}
        {reading === null && failure === null && added !== null && <Added added={added} />}
      </div>
    </>
  );
}

function Kept({ account: { posts, readAt }, now }: Pick<Props, 'account' | 'now'>) {
  const translate = useWords();
  const language = useLanguage();
  const count = useCount();
  const kept = translate('account_kept', count('posts', posts));
  const read =
    readAt === null ? translate('account_not_read') : translate('account_read', showSince(readAt, now, language));
  return (
    <>
      {kept} {read}
    </>
  );
}

function Reading({ reading: { posts, of }, name }: { readonly reading: ReadingState; readonly name: string }) {
  const translate = useWords();
  const language = useLanguage();
  const count = useCount();
  const said =
    of === null
      ? translate('account_reading', count('posts', posts))
      : translate('account_reading_of', count('posts', posts), showNumber(of, language));
  return (
    <p class="accounts-line accounts-progress">
      <progress
        aria-label={translate('account_progress', name)}
        {...(of !== null && of > 0 && { value: Math.min(posts, of), max: of })}
      />
      <span class="accounts-figures">{said}</span>
    </p>
  );
}

interface FailureProps extends Pick<Props, 'now' | 'onNeedConsent'> {
  readonly failure: AccountFailure;
}

function FailureState({ failure: { failure, retryAt }, now, onNeedConsent }: FailureProps) {
  const translate = useWords();
  const instant = useInstant(now);
  return (
    <p class="accounts-line accounts-trouble">
      <FailureText failure={failure} />{' '}
      {retryAt === null ? translate('account_retry_waits') : translate('account_retry', instant(retryAt))}{' '}
      <SwitchOn failure={failure} onNeedConsent={onNeedConsent} />
    </p>
  );
}

function HiddenText({ hidden }: { readonly hidden: NonNullable<AccountState['hidden']> }) {
  const translate = useWords();
  return <p class="accounts-line accounts-trouble">{translate(`hidden_${keyPart(hidden)}`)}</p>;
}

function Added({ added }: { readonly added: number }) {
  const translate = useWords();
  const count = useCount();
  return (
    <p class="accounts-line accounts-done">
      {added > 0 ? translate('account_added', count('posts', added)) : translate('account_nothing_new')}
    </p>
  );
}
