import type { Cursor, Wanted } from '../core/gloss/more.ts';
import { showNumber } from './dates.ts';
import type { Missing } from './use-more.ts';
import { useLanguage, useWords } from './words.ts';

interface Props {
  readonly next: Cursor | null;
  /** How many are not shown yet. */
  readonly left: number;
  /** What was asked for of this part. */
  readonly missing: Missing | null;
  /** Null where no more is to be had here. */
  readonly onAsk: ((wanted: Wanted) => void) | null;
}

/** The way to what is not on this page, or to try again where it could not be loaded; one button, which keeps the focus. */
export function ShowMore({ next, left, missing, onAsk }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const wanted = missing?.wanted ?? next;
  if (wanted === null || onAsk === null) return null;
  const hasFailed = missing?.hasFailed === true;
  const label = hasFailed
    ? translate('page_try_again')
    : translate(missing === null ? 'show_more' : 'more_waiting', showNumber(left, language));
  return (
    <p class="more">
      {hasFailed && `${translate('more_failed')} `}
      <button type="button" class="action" aria-disabled={missing?.hasFailed === false} onClick={() => onAsk(wanted)}>
        {label}
      </button>
    </p>
  );
}

/** How much of a part is shown, where that is not all. */
export function ShownOf({ shown, all }: { readonly shown: number; readonly all: number }) {
  const translate = useWords();
  const language = useLanguage();
  if (shown >= all) return null;
  return <small> {translate('more_shown', showNumber(shown, language), showNumber(all, language))}</small>;
}
