import { CopyButton } from '../copy-button.tsx';
import { useWords } from '../words.ts';
import { type DraftState, isUnkept } from './draft.ts';

interface Props {
  readonly id?: string;
  readonly state: DraftState;
}

/** Whether what is written is kept: quiet as long as it is, aloud where it is not. */
export function NoteKeeping({ id, state: { keeping, text, stored } }: Props) {
  const translate = useWords();
  return (
    <>
      {!isUnkept(keeping) && (
        <span id={id} class="note-keeping">
          {(text !== '' || stored !== '') && translate(`note_${keeping}`)}
        </span>
      )}
      <span role="alert" class="note-unkept">
        {isUnkept(keeping) && translate(`note_unkept_${keeping}`)}
      </span>
      {isUnkept(keeping) && text !== '' && (
        <CopyButton label={translate('copy')} title={translate('note_copy')} text={() => text} />
      )}
    </>
  );
}
