import type { RefObject } from 'preact';
import type { Purpose } from '../../core/network/purpose.ts';
import type { AccountPreview } from '../../core/protocol/accounts.ts';
import type { Keep } from '../../core/sources/bluesky/kept.ts';
import { useWords } from '../words.ts';
import { AccountPreviewBox } from './account-preview.tsx';
import { Part } from './part.tsx';
import { TroubleText } from './trouble.tsx';
import type { Adding } from './use-adding.ts';

interface Props {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly adding: Adding;
  /** The name of the account that was added last, while it is read; its row may be out of view. */
  readonly added: string | null;
  readonly typed: string;
  readonly now: number;
  readonly onType: (text: string) => void;
  readonly onPreview: () => void;
  readonly onAdd: (preview: AccountPreview, keep: Keep) => void;
  readonly onLeave: () => void;
  readonly onNeedConsent: (purpose: Purpose) => void;
}

/** An account is named, looked at, and then added or left. */
export function AddAccount(props: Props) {
  const { field, adding, added, typed, now, onType, onPreview, onAdd, onLeave, onNeedConsent } = props;
  const translate = useWords();
  const isAsking = adding.kind === 'asking';
  const refusal = adding.kind === 'refused' ? adding.trouble : null;
  const isWrong = refusal?.kind === 'no-account' || refusal?.kind === 'not-found';
  const look = refusal !== null ? 'accounts-trouble' : added !== null && !isAsking ? 'accounts-done' : '';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isAsking) onPreview();
  };
  return (
    <Part id="accounts-add" title={translate('add_title')}>
      <form class="accounts-row accounts-add" onSubmit={submit}>
        <label class="label" for="accounts-add-field">
          {translate('add_label')}
        </label>
        <div class="accounts-field-line">
          <input
            ref={field}
            id="accounts-add-field"
            class="accounts-field"
            type="text"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            dir="ltr"
            aria-describedby="accounts-add-about"
            aria-invalid={isWrong}
            value={typed}
            onInput={(event) => onType(event.currentTarget.value)}
          />
          <button type="submit" class="button" aria-disabled={isAsking}>
            {translate('add_preview')}
          </button>
        </div>
        <p id="accounts-add-about" class={`about ${look}`} role="status">
          {isAsking && translate('accounts_asking')}
          {refusal !== null && <TroubleText trouble={refusal} now={now} onNeedConsent={onNeedConsent} />}
          {!isAsking &&
            refusal === null &&
            (added === null ? translate('add_example') : translate('tell_adding', added))}
        </p>
      </form>
      {adding.kind === 'preview' && (
        <AccountPreviewBox
          key={adding.preview.did}
          {...adding}
          now={now}
          onAdd={(keep) => onAdd(adding.preview, keep)}
          onLeave={onLeave}
          onNeedConsent={onNeedConsent}
        />
      )}
    </Part>
  );
}
