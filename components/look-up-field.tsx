import type { Ref } from 'preact';
import { useWords } from './words.ts';

interface Props {
  readonly asked: string;
  readonly field: Ref<HTMLInputElement>;
  readonly onAsk: (asked: string) => void;
  /** The reader goes down into what is shown. */
  readonly onDown: () => void;
}

/** Takes an address or words, and asks as one types. */
export function LookUpField({ asked, field, onAsk, onDown }: Props) {
  const translate = useWords();
  const label = translate('look_up_label');
  return (
    <search class="look-up">
      <input
        ref={field}
        type="search"
        aria-label={label}
        placeholder={label}
        autocomplete="off"
        spellcheck={false}
        value={asked}
        onInput={(event) => onAsk(event.currentTarget.value)}
        onKeyDown={(event) => {
          const isLeaving = event.key === 'Escape' && asked !== '';
          if (event.key !== 'ArrowDown' && !isLeaving) return;
          // A browser would close the popup at Escape.
          event.preventDefault();
          if (isLeaving) onAsk('');
          else onDown();
        }}
      />
    </search>
  );
}
