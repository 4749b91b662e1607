import { useLayoutEffect, useRef } from 'preact/hooks';
import { Part } from '../../../components/accounts/part.tsx';
import { showNumber } from '../../../components/dates.ts';
import { useLanguage, useWords } from '../../../components/words.ts';
import type { RestoreFault, RestoreState } from '../../../core/backup/state.ts';
import { keyPart } from '../../../core/message-key.ts';
import { FileDrop } from './file-drop.tsx';
import { KeptOut } from './kept-out.tsx';
import { Plan } from './plan.tsx';

interface Props {
  /** Null where none was opened yet. */
  readonly restoring: RestoreState | null;
  readonly onOpen: (file: File) => void;
  readonly onRestore: (bringsBack: boolean) => void;
  readonly onClose: () => void;
}

/** Restores a backup, once its reader has seen what that would do. */
export function Restore({ restoring, onOpen, onRestore, onClose }: Props) {
  const translate = useWords();
  const isBusy = restoring?.kind === 'reading' || restoring?.kind === 'restoring';
  const isPlanned = restoring?.kind === 'planned';
  const chooser = useRef<HTMLInputElement>(null);
  const wasPlanned = useRef(false);
  // The button that was pressed is gone: what stands in the plan's place has the focus.
  useLayoutEffect(() => {
    if (wasPlanned.current && !isPlanned) chooser.current?.focus();
    wasPlanned.current = isPlanned;
  }, [isPlanned]);
  return (
    <Part id="backup-restore" title={translate('backup_restore')} about={translate('backup_restore_about')}>
      {restoring?.kind === 'planned' ? (
        <Plan {...restoring} onRestore={onRestore} onClose={onClose} />
      ) : (
        <FileDrop chooser={chooser} isBusy={isBusy} onFile={onOpen} />
      )}
      <div class="accounts-row accounts-outcome" role="status">
        {restoring !== null && <Outcome restoring={restoring} />}
      </div>
    </Part>
  );
}

function Outcome({ restoring }: { readonly restoring: RestoreState }) {
  const translate = useWords();
  const language = useLanguage();
  const { name } = restoring;
  switch (restoring.kind) {
    case 'reading':
      return <p class="about">{translate('backup_reading', name)}</p>;
    case 'planned':
      return null;
    case 'restoring':
      return <p class="about">{translate('backup_restoring')}</p>;
    case 'done':
      return (
        <>
          <p class="about accounts-done">{translate('backup_done', name)}</p>
          {restoring.leftDeleted > 0 && (
            <p class="about">{translate('backup_left_deleted', showNumber(restoring.leftDeleted, language))}</p>
          )}
          <KeptOut class="about" count={restoring.keptOut} />
        </>
      );
    case 'goes-on':
      return <p class="about">{translate('backup_goes_on', name)}</p>;
    case 'failed':
      return (
        <p class="about accounts-trouble">
          {translate('backup_failed', name)} <Why fault={restoring.fault} />
        </p>
      );
  }
}

/** What is wrong with a file, and where in it. */
function Why({ fault }: { readonly fault: RestoreFault }) {
  const translate = useWords();
  const language = useLanguage();
  if (fault.kind === 'newer') return <>{translate('backup_why_newer', fault.madeBy)}</>;
  if (fault.kind === 'changed')
    return <>{translate('backup_why_changed', translate(`backup_section_${fault.section}`))}</>;
  const key = `backup_why_${keyPart(fault.kind)}` as const;
  return <>{'line' in fault ? translate(key, showNumber(fault.line, language)) : translate(key)}</>;
}
