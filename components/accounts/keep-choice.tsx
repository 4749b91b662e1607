import type { AccountState } from '../../core/protocol/accounts.ts';
import type { Keep } from '../../core/sources/bluesky/kept.ts';
import { useWords } from '../words.ts';

const KEEPS: readonly Keep[] = ['reports', 'all'];

interface Props {
  readonly keep: Keep;
  readonly onKeep: (keep: Keep) => void;
}

/** Which posts are kept of an account that is there already. */
export function KeepSelect({ of: { did, profile }, keep, onKeep }: Props & { readonly of: AccountState }) {
  const translate = useWords();
  const id = `accounts-keep-${did}`;
  return (
    <p class="about">
      <label for={id}>
        {translate('keep_label')}
        <span class="unseen"> ({profile.displayName})</span>
      </label>{' '}
      <select
        id={id}
        class="accounts-select"
        value={keep}
        onChange={(event) => onKeep(keepOf(event.currentTarget.value))}
      >
        {KEEPS.map((each) => (
          <option key={each} value={each}>
            {translate(`keep_${each}`)}
          </option>
        ))}
      </select>
    </p>
  );
}

/** Which posts are to be kept of an account that is added. */
export function KeepRadios({ keep, onKeep }: Props) {
  const translate = useWords();
  return (
    <fieldset class="choices accounts-choices">
      <legend class="label choices-label">{translate('keep_legend')}</legend>
      {KEEPS.map((each) => (
        <label key={each} class="choice">
          <input
            type="radio"
            class="radio"
            name="accounts-keep"
            checked={keep === each}
            onChange={() => onKeep(each)}
          />
          {translate(`keep_${each}`)}
        </label>
      ))}
    </fieldset>
  );
}

function keepOf(value: string): Keep {
  return KEEPS.find((each) => each === value) ?? 'reports';
}
