import { useEffect, useState } from 'preact/hooks';
import { showNumber } from '../../../components/dates.ts';
import { useLanguage, useWords } from '../../../components/words.ts';
import { isBackupDue } from '../../../core/backup/reminder.ts';
import { addressOfRoute } from '../../../core/library-route.ts';
import type { OwnState } from '../../../core/protocol/own.ts';
import { noteOffered, wasOffered } from '../../../platform/room.ts';
import { Failures, Mended } from './storage.tsx';
import { useKept, useReminder } from './use-kept.ts';

/** What is to be said of how the reader's own is kept, whichever view is shown; mostly nothing. */
export function Notices() {
  const translate = useWords();
  const language = useLanguage();
  const { own, room, keep, see } = useKept();
  const [reminder] = useReminder();
  const [isLater, setLater] = useState(false);
  // Until it is known, nothing is offered.
  const [isOffered, setOffered] = useState(true);
  useEffect(() => {
    wasOffered().then(setOffered, () => {});
  }, []);
  const answer = () => {
    setOffered(true);
    void noteOffered();
  };
  if (own === undefined) return null;
  const isUnkept = own !== null && own.notes + own.followUps > 0 && room?.isKept === false && !isOffered;
  const isDue = own !== null && isBackupDue(reminder, own.changesSinceBackup) && !isLater;
  if (own !== null && !isUnkept && !isDue && !isTroubled(own)) return null;
  return (
    <aside class="backup-notice accounts" aria-label={translate('backup_notice')}>
      {own === null ? (
        <p class="about accounts-trouble">{translate('backup_not_described')}</p>
      ) : (
        <div class="backup-rows">
          <Failures {...own.keptIn} />
          <Mended repairs={own.repairs} onSeen={see} />
          {isUnkept && <p class="about">{translate('backup_persist_why')}</p>}
          {isDue && (
            <p class="about">
              {translate('backup_due', showNumber(own.changesSinceBackup, language))}{' '}
              <a class="link" href={addressOfRoute({ view: 'backup' })}>
                {translate('backup_make')}
              </a>
            </p>
          )}
        </div>
      )}
      {(isUnkept || isDue) && (
        <div class="accounts-buttons">
          {isUnkept && (
            <button
              type="button"
              class="button accounts-small"
              onClick={() => {
                keep();
                answer();
              }}
            >
              {translate('backup_persist')}
            </button>
          )}
          <button
            type="button"
            class="button accounts-small"
            onClick={() => {
              setLater(true);
              if (isUnkept) answer();
            }}
          >
            {translate('backup_later')}
          </button>
        </div>
      )}
    </aside>
  );
}

function isTroubled({ keptIn, repairs }: OwnState): boolean {
  return keptIn.database !== null || keptIn.journal !== null || Object.values(repairs).some((count) => count > 0);
}
