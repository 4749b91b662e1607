import type { ComponentChildren, RefObject } from 'preact';
import { useContext } from 'preact/hooks';
import { BesideForm } from '../beside-form.ts';
import { useWords } from '../words.ts';
import type { Draft } from './draft.ts';
import { NoteKeeping } from './note-keeping.tsx';
import { NoteSign } from './note-sign.tsx';
import { NoteText } from './note-text.tsx';

interface Props {
  readonly text: string;
  /** Null where it was not written on this page. */
  readonly draft: Draft | null;
  readonly name: string;
  readonly edit: RefObject<HTMLButtonElement | null>;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
  /** What else there is to say of it. */
  readonly children: ComponentChildren;
}

/** A note as it is read, and what can be done with it. */
export function NoteRead({ text, draft, name, edit, onEdit, onRemove, children }: Props) {
  const translate = useWords();
  const form = useContext(BesideForm);
  const state = draft?.read();
  const whole = (
    <>
      <NoteText text={text} />
      <p class="note-foot">
        {state !== undefined && state.keeping !== 'kept' && <NoteKeeping state={state} />}
        <span class="note-ways">
          <button ref={edit} type="button" class="action" data-note="" onClick={onEdit}>
            {translate('note_edit')}
          </button>
          <button type="button" class="action" onClick={onRemove}>
            {translate('note_remove')}
          </button>
        </span>
      </p>
      {children}
    </>
  );
  if (form === 'line')
    return (
      <details class="note note-line" open={draft !== null}>
        <summary class="note-summary">
          <NoteSign />
          <span class="unseen">{name}: </span>
          <span class="note-first">{text.trim().split('\n', 1)}</span>
          <span class="note-name" aria-hidden="true">
            {name}
          </span>
        </summary>
        {whole}
      </details>
    );
  return (
    <article class="note note-whole" aria-label={name}>
      <NoteSign />
      {whole}
    </article>
  );
}
