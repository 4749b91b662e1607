import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Did, Handle } from '../../core/model/ids.ts';
import type { Purpose } from '../../core/network/purpose.ts';
import type { AccountState, AccountSuggestion } from '../../core/protocol/accounts.ts';
import { useCount, useWords } from '../words.ts';
import { Bio } from './bio.tsx';
import { Name } from './name.tsx';
import { Part } from './part.tsx';
import { TroubleText } from './trouble.tsx';
import type { Suggested } from './use-suggestions.ts';

interface Props {
  /** Those whose follows may be asked for. */
  readonly accounts: readonly AccountState[];
  /** Null where nothing was asked for. */
  readonly suggested: Suggested | null;
  readonly now: number;
  /** Whom an account follows, or whom posts mention where null is given. */
  readonly onFind: (by: Did | null) => void;
  readonly onMore: () => void;
  readonly onPreview: (handle: Handle) => void;
  readonly onNeedConsent: (purpose: Purpose) => void;
}

/** Accounts that may be worth adding. */
export function Suggestions(props: Props) {
  const { accounts, suggested, onFind } = props;
  const translate = useWords();
  const isPressed = (by: Did | null) => suggested !== null && suggested.by === by;
  return (
    <Part id="accounts-suggestions" title={translate('suggestions')} about={translate('suggestions_about')}>
      <div class="accounts-row accounts-buttons">
        <button type="button" class="button accounts-small" aria-pressed={isPressed(null)} onClick={() => onFind(null)}>
          {translate('suggestions_mentioned')}
        </button>
        {accounts.map(({ did, profile: { displayName } }) => (
          <button
            key={did}
            type="button"
            class="button accounts-small"
            aria-pressed={isPressed(did)}
            onClick={() => onFind(did)}
          >
            {translate('suggestions_followed', displayName)}
          </button>
        ))}
      </div>
      {suggested !== null && <Found {...props} suggested={suggested} />}
    </Part>
  );
}

function Found({ suggested, now, onMore, onPreview, onNeedConsent }: Props & { readonly suggested: Suggested }) {
  const { accounts, cursor, newFrom, isWaiting, trouble } = suggested;
  const translate = useWords();
  const firstNew = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    // What was asked for stands where the button was that asked.
    if (newFrom > 0 && accounts.length > newFrom) firstNew.current?.focus();
  }, [accounts.length, newFrom]);
  const isEmpty = accounts.length === 0 && !isWaiting && trouble === null;
  return (
    <>
      <ul class="plain-list accounts-items" aria-label={translate('suggestions')}>
        {accounts.map((account, place) => (
          <li key={account.handle} {...(place === newFrom && { ref: firstNew, tabIndex: -1 })} class="accounts-item">
            <Suggestion account={account} onPreview={() => onPreview(account.handle)} />
          </li>
        ))}
      </ul>
      <div class="accounts-row accounts-more">
        {(cursor !== null || trouble !== null) && (
          <button
            type="button"
            class="button accounts-small"
            aria-disabled={isWaiting}
            onClick={() => isWaiting || onMore()}
          >
            {translate(trouble === null ? 'suggestions_more' : 'page_try_again')}
          </button>
        )}
        <p class={trouble === null ? 'about' : 'about accounts-trouble'} role="status">
          {isWaiting && translate('suggestions_waiting')}
          {trouble !== null && <TroubleText trouble={trouble} now={now} onNeedConsent={onNeedConsent} />}
          {isEmpty && translate('suggestions_none')}
        </p>
      </div>
    </>
  );
}

interface SuggestionProps {
  readonly account: AccountSuggestion;
  readonly onPreview: () => void;
}

function Suggestion({ account: { handle, displayName, bio, mentions }, onPreview }: SuggestionProps) {
  const translate = useWords();
  const count = useCount();
  return (
    <>
      <div class="accounts-who">
        <h3 class="accounts-name">
          <Name displayName={displayName} handle={handle} />
        </h3>
        <Bio text={bio} />
        {mentions > 0 && <p class="about">{translate('suggestions_mentions', count('posts', mentions))}</p>}
      </div>
      <div class="accounts-buttons">
        <button
          type="button"
          class="button accounts-small"
          aria-label={translate('suggestions_preview', `@${handle}`)}
          onClick={onPreview}
        >
          {translate('add_preview')}
        </button>
      </div>
    </>
  );
}
