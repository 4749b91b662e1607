import { useId } from 'preact/hooks';
import { useWords } from '../words.ts';
import type { Draft } from './draft.ts';
import { NoteArea } from './note-area.tsx';
import { NoteKeeping } from './note-keeping.tsx';

interface Props {
  readonly draft: Draft;
  readonly label: string;
  readonly onClose: () => void;
}

/** Where a note is written. It is kept by itself; Escape and “Close” but leave it. */
export function NoteField({ draft, label, onClose }: Props) {
  const translate = useWords();
  const id = useId();
  const state = draft.read();
  const close = () => {
    draft.flush();
    onClose();
  };
  return (
    <div class="note-field">
      <NoteArea
        text={state.text}
        label={label}
        describedBy={id}
        isReached
        onWrite={draft.write}
        onBlur={draft.flush}
        onEscape={close}
      />
      <p class="note-foot">
        <NoteKeeping id={id} state={state} />
        <span class="note-ways">
          {state.text !== state.opened && (
            <button type="button" class="action" onClick={draft.undo}>
              {translate('note_undo')}
            </button>
          )}
          {state.undone !== null && (
            <button type="button" class="action" onClick={draft.redo}>
              {translate('note_redo')}
            </button>
          )}
          <button type="button" class="action" onClick={close}>
            {translate('note_close')}
          </button>
        </span>
      </p>
    </div>
  );
}
