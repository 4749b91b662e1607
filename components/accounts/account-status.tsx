import { keyPart } from '../../core/message-key.ts';
import type { Purpose } from '../../core/network/purpose.ts';
import type { AccountFailure, AccountState, ReadingState } from '../../core/protocol/accounts.ts';
import { showNumber } from '../dates.ts';
import { useCount, useLanguage, useWords } from '../words.ts';
import { saySince, useInstant } from './instants.ts';
import { FailureText, SwitchOn } from './trouble.tsx';

interface Props {
  readonly account: AccountState;
  /** Posts that came with the last reading; null where that is not known. */
  readonly added: number | null;
  readonly now: number;
  readonly onNeedConsent: (purpose: Purpose) => void;
}

/** How much of an account is kept and how new it is, or how far it is read; and what went wrong. */
export function AccountStatus({ account, added, now, onNeedConsent }: Props) {
  const translate = useWords();
  const { profile, reading, failure, hidden } = account;
  return (
    <>
      {/* What is read stands where it is said what is kept, so that nothing moves. */}
      <p class="about accounts-state">
        {reading !== null && <Reading reading={reading} name={profile.displayName} />}
        {reading === null && hidden !== 'another' && <Kept account={account} added={added} now={now} />}
      </p>
      {hidden !== null && <p class="about accounts-trouble">{translate(`hidden_${keyPart(hidden)}`)}</p>}
      {reading === null && failure !== null && (
        <FailureState failure={failure} now={now} onNeedConsent={onNeedConsent} />
      )}
    </>
  );
}

function Kept({ account: { posts, readAt }, added, now }: Pick<Props, 'account' | 'added' | 'now'>) {
  const translate = useWords();
  const language = useLanguage();
  const count = useCount();
  const read =
    readAt === null
      ? translate('account_not_read')
      : translate('account_read', saySince(translate, language, readAt, now));
  return (
    <>
      {translate('account_kept', count('posts', posts))} {added === null ? read : <Added added={added} />}
    </>
  );
}

function Added({ added }: { readonly added: number }) {
  const translate = useWords();
  const count = useCount();
  return (
    <strong class="accounts-done">
      {added > 0 ? translate('account_added', count('posts', added)) : translate('account_nothing_new')}
    </strong>
  );
}

function Reading({ reading: { posts, of }, name }: { readonly reading: ReadingState; readonly name: string }) {
  const translate = useWords();
  const language = useLanguage();
  const count = useCount();
  const read = count('posts', posts);
  const said =
    of === null ? translate('account_reading', read) : translate('account_reading_of', read, showNumber(of, language));
  return (
    <>
      <progress
        class="accounts-progress"
        aria-label={translate('account_progress', name)}
        {...(of !== null && of > 0 && { value: Math.min(posts, of), max: of })}
      />{' '}
      <span class="accounts-figures">{said}</span>
    </>
  );
}

interface FailureProps extends Pick<Props, 'now' | 'onNeedConsent'> {
  readonly failure: AccountFailure;
}

function FailureState({ failure: { failure, retryAt }, now, onNeedConsent }: FailureProps) {
  const translate = useWords();
  const instant = useInstant(now);
  return (
    <p class="about accounts-trouble">
      <FailureText failure={failure} />{' '}
      {retryAt === null ? translate('account_retry_waits') : translate('account_retry', instant(retryAt))}{' '}
      <SwitchOn failure={failure} onNeedConsent={onNeedConsent} />
    </p>
  );
}
