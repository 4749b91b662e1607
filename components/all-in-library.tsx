import { useEffect, useState } from 'preact/hooks';
import { showNumber } from './dates.ts';
import type { PaneActions } from './pane-actions.ts';
import { useLanguage, useWords } from './words.ts';

/** Milliseconds without another letter after which it is asked. */
const REST = 300;

interface Props {
  readonly asked: string;
  readonly countInLibrary: PaneActions['countInLibrary'];
  readonly onGo: () => void;
}

/** Leads to the library's own search for the same words, which finds more than a look-up: how much, it is asked. */
export function AllInLibrary({ asked, countInLibrary, onGo }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const [total, setTotal] = useState<number | null>(null);
  useEffect(() => {
    let isWanted = true;
    setTotal(null);
    // It leads there also where it does not know how much that is.
    const count = () =>
      void countInLibrary(asked).then(
        (found) => isWanted && setTotal(found),
        () => null,
      );
    const timer = setTimeout(count, REST);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [asked, countInLibrary]);
  return (
    <p class="all-found">
      <button type="button" class="source-update" onClick={onGo}>
        {translate('popup_all_in_library', total === null ? '…' : showNumber(total, language))}
      </button>
    </p>
  );
}
