import { useEffect, useRef } from 'preact/hooks';
import type { MessageKey } from '../../core/message-key.ts';
import { CloseButton } from '../close-button.tsx';
import { useWords } from '../words.ts';

const KEYS: readonly (readonly [keys: readonly string[], what: MessageKey])[] = [
  [['/', 'Ctrl + K'], 'keys_search'],
  [['j', '↓'], 'keys_next'],
  [['k', '↑'], 'keys_previous'],
  [['Enter'], 'keys_open'],
  [['o'], 'keys_original'],
  [['n'], 'keys_note'],
  [['Esc'], 'keys_back'],
  [['?'], 'keys_help'],
];

/** All that the keyboard does here, in a dialog. */
export function KeyboardHelp({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const translate = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen && dialog.current?.open === false) dialog.current.showModal();
    else if (!isOpen) dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title" onClose={onClose}>
      <div class="keys-head">
        <h2 class="page-heading" id="keys-title">
          {translate('keys_title')}
        </h2>
        <CloseButton onClose={onClose} />
      </div>
      <dl class="keys-list">
        {KEYS.map(([keys, what]) => (
          <div key={what} class="keys-row">
            <dt>
              {keys.map((each, index) => [
                index === 0 ? null : ' ',
                <kbd key={each} class="key">
                  {each}
                </kbd>,
              ])}
            </dt>
            <dd>{translate(what)}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
