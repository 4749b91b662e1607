import { useWords } from '../words.ts';
import { NoteText } from './note-text.tsx';

interface Props {
  readonly texts: readonly string[];
  /** Puts a text behind the one above. */
  readonly onJoin: (text: string) => void;
  /** Has only a text stay; null is the one above. */
  readonly onKeep: (text: string | null) => void;
}

/** Texts that were written elsewhere at the same time: all stay until their reader decides. */
export function NoteOthers({ texts, onJoin, onKeep }: Props) {
  const translate = useWords();
  if (texts.length === 0) return null;
  return (
    <div class="note-others">
      <p class="note-notice">
        {translate('note_several')}{' '}
        <button type="button" class="action" onClick={() => onKeep(null)}>
          {translate('note_keep_above')}
        </button>
      </p>
      {texts.map((text) => (
        <div key={text} class="note-other">
          <NoteText text={text} />
          <p class="note-ways">
            <button type="button" class="action" onClick={() => onJoin(text)}>
              {translate('note_join')}
            </button>
            <button type="button" class="action" onClick={() => onKeep(text)}>
              {translate('note_keep_this')}
            </button>
          </p>
        </div>
      ))}
    </div>
  );
}
