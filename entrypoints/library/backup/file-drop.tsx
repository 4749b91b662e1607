import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../../../components/words.ts';

interface Props {
  readonly chooser: RefObject<HTMLInputElement | null>;
  /** Whether no other file is taken for now. */
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
}

/** Takes one backup, dropped here or chosen. */
export function FileDrop({ chooser, isBusy, onFile }: Props) {
  const translate = useWords();
  const [isOver, setOver] = useState(false);
  const [hasSeveral, setHasSeveral] = useState(false);
  const take = (files: readonly File[]) => {
    const [file] = files;
    if (file === undefined || isBusy) return;
    setHasSeveral(files.length > 1);
    if (files.length === 1) onFile(file);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the same can be chosen with the button in it. */}
      <div
        class={isOver ? 'accounts-row accounts-drop accounts-over' : 'accounts-row accounts-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(!isBusy);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take([...(event.dataTransfer?.files ?? [])]);
        }}
      >
        <p class="paragraph">
          {translate('backup_drop')}{' '}
          <label class="button accounts-small accounts-file">
            {translate('backup_choose')}
            <input
              ref={chooser}
              type="file"
              class="unseen"
              accept=".gz,.json"
              aria-disabled={isBusy}
              onClick={(event) => isBusy && event.preventDefault()}
              onChange={({ currentTarget }) => {
                take([...(currentTarget.files ?? [])]);
                // The same file can be chosen again.
                currentTarget.value = '';
              }}
            />
          </label>
        </p>
      </div>
      <div class="accounts-row accounts-outcome" role="status">
        {hasSeveral && <p class="about accounts-trouble">{translate('backup_one')}</p>}
      </div>
    </>
  );
}
