import { useWords } from './words.ts';

/** How the last saving went, and which it was: each is told of anew. */
export interface Saving {
  readonly count: number;
  readonly hasFailed: boolean;
}

export const NOTHING_SAVED: Saving = { count: 0, hasFailed: false };

/** Lies over the page, so that it shifts nothing. */
export function SavingNotice({ saving: { count, hasFailed } }: { readonly saving: Saving }) {
  const translate = useWords();
  return (
    <div class="saving" role="status">
      {count > 0 && (
        <p key={count} class={hasFailed ? 'paragraph saved failed' : 'paragraph saved done'}>
          {translate(hasFailed ? 'options_not_saved' : 'options_saved')}
        </p>
      )}
    </div>
  );
}
