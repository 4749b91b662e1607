import { useId } from 'preact/hooks';
import { joinRemarks } from '../../core/follow-up/undo.ts';
import { MAX_WRITTEN_LENGTH } from '../../core/own/forms.ts';
import { useWords } from '../words.ts';
import type { Keep, Keeping } from './draft.ts';
import { useDraftOf } from './use-draft-of.ts';

interface Props {
  /** Tells it from all other fields of the page. */
  readonly name: string;
  readonly label: string;
  /** As they are stored; several where they were written in two places at once. */
  readonly texts: readonly string[];
  readonly keep: Keep;
}

/** A text of several lines that is kept while it is written. */
export function TextField({ name, label, texts, keep }: Props) {
  const translate = useWords();
  const draft = useDraftOf(name, texts, keep);
  const { text, stored, keeping } = draft.read();
  const others = texts.filter((each) => each !== stored);
  return (
    <div class="follow-field">
      <PlainField label={label} text={text} isLong onWrite={draft.write} onLeave={draft.flush} />
      <KeepingLine keeping={keeping} />
      {others.map((other) => (
        <div key={other} class="follow-other">
          <p class="follow-said">{translate('follow_other_text')}</p>
          <p class="follow-quoted" dir="auto">
            {other}
          </p>
          <p class="follow-ways">
            <button
              type="button"
              class="action"
              onClick={async () => {
                draft.write(joinRemarks(draft.read().text, other));
                // What is stored nowhere else stays.
                if (await draft.settle()) await keep(other, '');
              }}
            >
              {translate('follow_keep_both')}
            </button>
            <button type="button" class="action" onClick={() => void keep(other, '')}>
              {translate('follow_keep_mine')}
            </button>
          </p>
        </div>
      ))}
    </div>
  );
}

interface PlainProps {
  readonly label: string;
  readonly text: string;
  readonly isLong?: boolean;
  /** The page's keyboard on screen follows it. */
  readonly mode?: 'text' | 'url';
  readonly onWrite: (text: string) => void;
  readonly onLeave: () => void;
}

/** A label and a field below it. */
export function PlainField({ label, text, isLong = false, mode = 'text', onWrite, onLeave }: PlainProps) {
  const id = useId();
  const field = {
    id,
    class: isLong ? 'follow-input follow-long' : 'follow-input',
    dir: mode === 'url' ? 'ltr' : 'auto',
    value: text,
    onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      onWrite(currentTarget.value),
    onBlur: onLeave,
  } as const;
  return (
    <>
      <label class="follow-label" for={id}>
        {label}
      </label>
      {isLong ? (
        <textarea rows={2} maxLength={MAX_WRITTEN_LENGTH} {...field} />
      ) : (
        <input type="text" inputMode={mode} autocomplete="off" {...field} />
      )}
    </>
  );
}

/** Says what became of the last words: quietly as long as they are kept, for who writes would hear it at each pause. */
export function KeepingLine({ keeping }: { readonly keeping: Keeping }) {
  const translate = useWords();
  return (
    <>
      <p class="follow-keeping">{keeping === 'keeping' && translate('follow_keeping')}</p>
      <p class="follow-keeping follow-unkept" role="alert">
        {keeping === 'full' && translate('follow_full')}
        {keeping === 'failed' && translate('follow_not_kept')}
      </p>
    </>
  );
}
