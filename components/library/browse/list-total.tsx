import { showNumber } from '../../dates.ts';
import { useLanguage, useWords } from '../../words.ts';

interface Props {
  /** How many there are, in words. */
  readonly all: string;
  readonly shown: number;
  readonly total: number;
}

/** How many a list has and how many of them are shown; told also to those who do not see it change. */
export function ListTotal({ all, shown, total }: Props) {
  const translate = useWords();
  const language = useLanguage();
  return (
    <p class="list-total" role="status">
      {all}
      {shown < total && ` · ${translate('more_shown', showNumber(shown, language), showNumber(total, language))}`}
    </p>
  );
}
