import { showNumber } from './dates.ts';
import { useLanguage, useWords } from './words.ts';

interface Props {
  /** How much the library finds by the same text. */
  readonly total: number;
  readonly onGo: () => void;
}

/** Leads to the library's search for the same text, which shows all that was found. */
export function AllInLibrary({ total, onGo }: Props) {
  const translate = useWords();
  const language = useLanguage();
  return (
    <p class="all-found">
      <button type="button" class="source-update" onClick={onGo}>
        {translate('popup_all_in_library', showNumber(total, language))}
      </button>
    </p>
  );
}
