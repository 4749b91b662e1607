import { useWords } from '../words.ts';
import { findLinks } from './note-links.ts';

/** What the reader wrote, with its addresses as links. */
export function NoteText({ text }: { readonly text: string }) {
  const translate = useWords();
  return (
    <p class="note-text" dir="auto">
      {findLinks(text).map(({ start, text: shown, address }) =>
        address === null ? (
          shown
        ) : (
          <a key={start} class="link" href={address} target="_blank" rel="noopener noreferrer">
            {shown}
            <span class="unseen"> ({translate('note_new_tab')})</span>
          </a>
        ),
      )}
    </p>
  );
}
