import { useState } from 'preact/hooks';
import { useWords } from '../../../components/words.ts';

interface Props {
  readonly isDisabled: boolean;
  readonly onFile: (file: File) => void;
}

/** Takes one backup, dropped here or chosen. */
export function FileDrop({ isDisabled, onFile }: Props) {
  const translate = useWords();
  const [isOver, setOver] = useState(false);
  const [hasSeveral, setHasSeveral] = useState(false);
  const take = (files: readonly File[]) => {
    const [file] = files;
    if (file === undefined || isDisabled) return;
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
          setOver(!isDisabled);
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
              type="file"
              class="unseen"
              accept=".gz,.json"
              disabled={isDisabled}
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
