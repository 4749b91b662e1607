import { useWords } from '../words.ts';

interface Props {
  readonly hasFailed: boolean;
  readonly onTryAgain: () => void;
}

/** In place of what is not there yet, or could not be loaded. */
export function Waiting({ hasFailed, onTryAgain }: Props) {
  const translate = useWords();
  if (!hasFailed) return <p class="waiting">{translate('more_waiting')}</p>;
  return (
    <div class="waiting" role="alert">
      <p class="paragraph">{translate('library_not_loaded')}</p>
      <button type="button" class="button" onClick={onTryAgain}>
        {translate('page_try_again')}
      </button>
    </div>
  );
}
