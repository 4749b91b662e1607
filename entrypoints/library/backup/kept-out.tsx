import { showNumber } from '../../../components/dates.ts';
import { useLanguage, useWords } from '../../../components/words.ts';
import { MOST_KEPT } from '../../../core/linked-by/kept-feed.ts';

/** How many kept posts of a backup there is no room for; nothing where all have room. */
export function KeptOut({ count, class: name }: { readonly count: number; readonly class: string }) {
  const translate = useWords();
  const language = useLanguage();
  if (count === 0) return null;
  return (
    <p class={name}>{translate('backup_kept_out', showNumber(MOST_KEPT, language), showNumber(count, language))}</p>
  );
}
