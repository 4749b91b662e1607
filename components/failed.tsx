import { useWords } from './words.ts';

/** In place of what could not be loaded. */
export function Failed({ onTryAgain }: { readonly onTryAgain: () => void }) {
  const translate = useWords();
  return (
    <>
      <h1 class="title">{translate('page_failed')}</h1>
      <button type="button" onClick={onTryAgain}>
        {translate('page_try_again')}
      </button>
    </>
  );
}
