import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../words.ts';

interface Props {
  readonly question: string;
  /** Settles when it is gone, or could not be removed. */
  readonly onRemove: () => Promise<void>;
  readonly onOver: () => void;
}

/** Asks once, in place of the buttons that led here; what harms nothing has the focus. */
export function Removal({ question, onRemove, onOver }: Props) {
  const translate = useWords();
  const decline = useRef<HTMLButtonElement>(null);
  const [isRemoving, setRemoving] = useState(false);
  useLayoutEffect(() => decline.current?.focus(), []);
  const leave = () => isRemoving || onOver();
  const remove = () => {
    if (isRemoving) return;
    setRemoving(true);
    void onRemove().finally(onOver);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a look of its own, and there is nothing to fill in.
    <div
      class="accounts-removal"
      role="group"
      aria-label={question}
      onKeyDown={({ key }) => key === 'Escape' && leave()}
    >
      <p class="paragraph">{question}</p>
      <div class="accounts-buttons">
        <button ref={decline} type="button" class="button accounts-small" aria-disabled={isRemoving} onClick={leave}>
          {translate('account_keep')}
        </button>
        <button
          type="button"
          class="button accounts-small accounts-harmful"
          aria-disabled={isRemoving}
          onClick={remove}
        >
          {translate(isRemoving ? 'account_removing' : 'account_remove_for_good')}
        </button>
      </div>
    </div>
  );
}
