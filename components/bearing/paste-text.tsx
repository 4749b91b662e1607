import { useId, useState } from 'preact/hooks';
import { MAX_QUOTE_LENGTH } from '../../core/protocol/bearing-forms.ts';
import { useWords } from '../words.ts';

interface Props {
  /** Whether there is no other way to a text of this page. */
  readonly isOpen: boolean;
  readonly onUse: (text: string) => void;
}

/** A field for a text of the page, for who cannot have it taken from there. */
export function PasteText({ isOpen, onUse }: Props) {
  const translate = useWords();
  const id = useId();
  const [text, setText] = useState('');
  const use = () => {
    const exact = text.replace(/\s+/g, ' ').trim();
    if (exact !== '') onUse(exact);
  };
  return (
    <details class="bearing-paste" open={isOpen}>
      <summary class="follow-head">{translate('bearing_paste')}</summary>
      <div class="follow-field">
        <label class="follow-label" for={id}>
          {translate('bearing_paste_label')}
        </label>
        <textarea
          id={id}
          class="follow-input follow-long"
          rows={3}
          maxLength={MAX_QUOTE_LENGTH}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      <button type="button" class="action" onClick={use}>
        {translate('bearing_paste_use')}
      </button>
    </details>
  );
}
