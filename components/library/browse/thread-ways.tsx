import { formatThreadMarkdown, formatThreadRis } from '../../../core/cite/thread-document.ts';
import { dayOfTime } from '../../../core/local-day.ts';
import type { ThreadDetails } from '../../../core/protocol/library-page.ts';
import { CopyButton } from '../../copy-button.tsx';
import { useLanguage, useWords } from '../../words.ts';
import { wordsOfThread } from './thread-words.ts';

/** Hands a text to the reader as a file. */
export type SaveFile = (name: string, type: string, text: string) => void;

interface Props {
  readonly details: ThreadDetails;
  readonly onSave: SaveFile;
}

/** https://www.iana.org/assignments/media-types has none for RIS; this is what reference managers register. */
const RIS = 'application/x-research-info-systems';

/** Takes a thread as a document elsewhere. */
export function ThreadWays({ details, onSave }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const words = wordsOfThread(details, translate, language);
  const name = `thread-${dayOfTime(details.thread.time)}.ris`;
  return (
    <p class="gloss view-ways">
      <CopyButton
        label={translate('library_browse_copy_markdown')}
        title={translate('library_browse_copy_markdown')}
        text={() => formatThreadMarkdown(details, words)}
      />
      <button type="button" class="action" onClick={() => onSave(name, RIS, formatThreadRis(details, words))}>
        {translate('library_browse_download_ris')}
      </button>
    </p>
  );
}
