import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../words.ts';

interface Props {
  readonly text: string;
  /** What it is saved as; null where it is not. */
  readonly savedAs: string | null;
  /** Rejects where the browser does not store it. */
  readonly onSave: (name: string) => Promise<void>;
}

/** Keeps the search that is shown under a name. */
export function SaveSearch({ text, savedAs, onSave }: Props) {
  const translate = useWords();
  const id = useId();
  const [state, setState] = useState<'closed' | 'open' | 'failed'>('closed');
  const field = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const done = useRef<HTMLSpanElement>(null);
  const wasOpen = useRef(false);
  const isSaving = useRef(false);
  const isOpen = state !== 'closed';
  // Before anything is drawn, so that no letter is lost.
  useLayoutEffect(() => {
    if (isOpen) {
      field.current?.focus();
      field.current?.select();
    } else if (wasOpen.current) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const isSaved = savedAs !== null;
  // The form is gone, or the button that it has left its focus to: which of both, depends on who is told first.
  useLayoutEffect(() => {
    if (isSaved && isSaving.current && document.activeElement === document.body) done.current?.focus();
    isSaving.current = false;
  }, [isSaved]);
  if (isSaved)
    return (
      <span ref={done} class="save-done" tabIndex={-1}>
        {translate('save_done', savedAs)}
      </span>
    );
  if (!isOpen)
    return (
      <button ref={opener} type="button" class="action" onClick={() => setState('open')}>
        {translate('save_open')}
      </button>
    );
  const save = (name: string) => {
    isSaving.current = true;
    return onSave(name.trim() === '' ? text : name.trim()).then(
      () => setState('closed'),
      () => setState('failed'),
    );
  };
  return (
    <form
      class="save-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save(field.current?.value ?? '');
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setState('closed');
      }}
    >
      <label for={id}>{translate('save_name')}</label>
      <input ref={field} id={id} class="filter-field" defaultValue={text} dir="auto" autocomplete="off" />
      <button type="submit" class="button small">
        {translate('save_save')}
      </button>
      <button type="button" class="action" onClick={() => setState('closed')}>
        {translate('save_cancel')}
      </button>
      {state === 'failed' && <span role="alert">{translate('options_not_saved')}</span>}
    </form>
  );
}
