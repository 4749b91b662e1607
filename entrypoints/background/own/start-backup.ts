import browser from 'webextension-polyfill';
import { changeSavedSearches, readSavedSearches, removeSavedSearches } from '../../../platform/saved-searches.ts';
import { changeSettings, readSettings } from '../../../platform/settings.ts';
import { type BackupAnswers, createBackupAnswers } from './backup-answers.ts';
import type { BackupDoors } from './doors.ts';
import { createPendingStore } from './pending-database.ts';
import type { OwnStore } from './store.ts';

const ALARM = 'restore';
/** Minutes after which a background that was cut off is woken. */
const WAKE_AFTER = 1;

/**
 * Lets what the reader added and wrote be backed up, restored and removed, and goes on with what was cut off. `nameKnown` has
 * records say at which address their posts are: a backup may come from before these were known, or from where they are not.
 */
export function startBackup(
  store: OwnStore,
  feeds: BackupDoors['feeds'],
  kept: BackupDoors['kept'],
  nameKnown: () => Promise<void>,
): BackupAnswers {
  const { alarms } = browser;
  const backup = createBackupAnswers({
    own: {
      async readAll() {
        const { all, newer } = await store.read();
        return [...all, ...newer.values()];
      },
      async change(make) {
        await store.change(({ of, newer }, writing) => make((id) => newer.get(id) ?? of(id), writing));
        await nameKnown();
      },
      noteBackup: store.noteBackup,
    },
    feeds,
    kept,
    settings: { read: readSettings, change: changeSettings },
    searches: { read: readSavedSearches, change: changeSavedSearches, removeAll: removeSavedSearches },
    pending: createPendingStore(),
    now: Date.now,
    async keepWaking(isNeeded) {
      if (isNeeded) alarms.create(ALARM, { delayInMinutes: WAKE_AFTER, periodInMinutes: WAKE_AFTER });
      else await alarms.clear(ALARM);
    },
  });
  const orTell = (going: Promise<void>) =>
    going.catch((error: unknown) => console.error('IfG Gloss cannot go on with a restore:', error));
  alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void orTell(backup.goOn());
  });
  return { ...backup, startSession: () => orTell(backup.startSession()) };
}
