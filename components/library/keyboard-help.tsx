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

/** A letter or a sign of a text, which does nothing where the reader has switched that off. */
const LETTER = /^[a-z/?]$/;

interface Props {
  readonly isOpen: boolean;
  readonly letterKeys: boolean;
  readonly onClose: () => void;
}

/** All that the keyboard does here, in a dialog. */
export function KeyboardHelp({ isOpen, letterKeys, onClose }: Props) {
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
        {keysThatAct(letterKeys).map(([keys, what]) => (
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
      <p>
        <a class="link" href="/options.html">
          {translate(letterKeys ? 'keys_can_be_off' : 'keys_are_off')}
        </a>
      </p>
    </dialog>
  );
}

function keysThatAct(letterKeys: boolean): typeof KEYS {
  if (letterKeys) return KEYS;
  return KEYS.map(([keys, what]) => [keys.filter((key) => !LETTER.test(key)), what] as const).filter(
    ([keys]) => keys.length > 0,
  );
}
