import { useEffect, useState } from 'preact/hooks';
import { showNumber } from '../../components/dates.ts';
import { useLanguage, useWords } from '../../components/words.ts';
import { isBackupDue } from '../../core/backup/reminder.ts';
import { addressOfRoute } from '../../core/library-route.ts';

/** Reads how many changes there were since the last backup, where its reader wants to be reminded of that; null else. */
export type ReadDue = () => Promise<number | null>;

interface DueDoors {
  readonly readReminder: () => Promise<Parameters<typeof isBackupDue>[0]>;
  readonly readChanges: () => Promise<number>;
}

/** Asks for the changes only where they matter. */
export function createReadDue({ readReminder, readChanges }: DueDoors): ReadDue {
  return async () => {
    const reminder = await readReminder();
    if (reminder === 0) return null;
    const changes = await readChanges();
    return isBackupDue(reminder, changes) ? changes : null;
  };
}

/** A line that leads to where a backup is made; mostly nothing. */
export function BackupDue({ readDue }: { readonly readDue: ReadDue }) {
  const translate = useWords();
  const language = useLanguage();
  const [changes, setChanges] = useState<number | null>(null);
  useEffect(() => {
    readDue().then(setChanges, () => {});
  }, [readDue]);
  if (changes === null) return null;
  return (
    <p class="about">
      {translate('backup_due', showNumber(changes, language))}{' '}
      <a class="link" href={addressOfRoute({ view: 'backup' })}>
        {translate('backup_make')}
      </a>
    </p>
  );
}
