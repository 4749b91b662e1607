import { lazily } from '../lazily.tsx';
import { useWords } from '../words.ts';

/** The screen, whose code comes when it is first shown, so that a pane begins without it. */
export const LazyLinkedByScreen = lazily(async () => (await import('./linked-by-screen.tsx')).LinkedByScreen, {
  Waiting,
  NotLoaded,
});

function Waiting() {
  return <p role="status">{useWords()('more_waiting')}</p>;
}

function NotLoaded({ onTryAgain }: { readonly onTryAgain: () => void }) {
  const translate = useWords();
  return (
    <p class="notice" role="alert">
      {translate('linked_by_not_loaded')}{' '}
      <button type="button" class="action" onClick={onTryAgain}>
        {translate('page_try_again')}
      </button>
    </p>
  );
}
