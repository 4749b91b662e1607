import type { RefObject } from 'preact';
import { useWords } from '../words.ts';

interface Props {
  readonly text: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onType: (text: string) => void;
  /** The reader wants what is typed to be a step of its own. */
  readonly onEnter: () => void;
  readonly onDown: () => void;
}

/** Takes words and filters. */
export function SearchBox({ text, field, onType, onEnter, onDown }: Props) {
  const translate = useWords();
  return (
    <search class="search-box">
      <form
        class="search-form"
        onSubmit={(event) => {
          event.preventDefault();
          onEnter();
        }}
      >
        <input
          ref={field}
          type="search"
          class="search-field"
          name="q"
          aria-label={translate('search_label')}
          placeholder={translate('search_label')}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="search"
          value={text}
          onInput={(event) => onType(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            const isClearing = event.key === 'Escape' && text !== '';
            if (event.key !== 'ArrowDown' && !isClearing) return;
            event.preventDefault();
            if (isClearing) onType('');
            else onDown();
          }}
        />
        {text !== '' && (
          <button
            type="button"
            class="search-clear"
            aria-label={translate('search_clear')}
            onClick={() => {
              onType('');
              field.current?.focus();
            }}
          >
            ×
          </button>
        )}
      </form>
    </search>
  );
}
