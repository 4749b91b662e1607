import { useEffect, useReducer } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { ViewHeading } from '../../../components/library/view-heading.tsx';
import { useWords } from '../../../components/words.ts';
import { localDay } from '../../../core/local-day.ts';
import { ask } from '../../../platform/ask.ts';
import { saveFile } from '../../../platform/save-file.ts';
import { followBackups } from './follow-backups.ts';
import { Make } from './make.tsx';
import { RemoveOwn } from './removal.tsx';
import { Restore } from './restore.tsx';
import { Storage } from './storage.tsx';
import { useKept, useReminder } from './use-kept.ts';

/** For as long as the page is open, whichever view is shown: it holds what was removed. */
const backups = followBackups({
  ask,
  save: saveFile,
  now: Date.now,
  today: () => localDay(Date.now()),
  version: browser.runtime.getManifest().version,
});

/** Makes and restores backups, says how what the reader wrote is kept, and removes it. */
export function BackupView() {
  const translate = useWords();
  const { own, room, wasRefused, keep, see } = useKept();
  const [reminder, changeReminder] = useReminder();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => backups.listen(() => redraw(undefined)), []);
  return (
    <>
      <ViewHeading title={translate('view_backup')} />
      <p class="lead">{translate('backup_about')}</p>
      <div class="accounts accounts-columns">
        <div class="accounts-parts">
          <Make
            own={own ?? null}
            making={backups.making()}
            reminder={reminder}
            onMake={(hasFeeds) => void backups.make(hasFeeds)}
            onReminder={changeReminder}
          />
          <Restore
            restoring={backups.restoring()}
            onOpen={(file) => void backups.open(file)}
            onRestore={(bringsBack) => void backups.restore(bringsBack)}
            onClose={() => void backups.close()}
          />
        </div>
        <div class="accounts-parts">
          {own !== undefined && <Storage own={own} room={room} wasRefused={wasRefused} onKeep={keep} onSeen={see} />}
          <RemoveOwn
            own={own ?? null}
            removal={backups.removal()}
            onRemove={(what) => void backups.remove(what)}
            onTakeBack={() => void backups.takeBack()}
          />
        </div>
      </div>
    </>
  );
}
