import { render } from 'preact';
import browser from 'webextension-polyfill';
import { Localised, localiseDocument } from '../../components/localised.tsx';
import { NOTHING_SAVED } from '../../components/saving-notice.tsx';
import { localDay } from '../../core/local-day.ts';
import { defaultSettings } from '../../core/settings.ts';
import { askForAccess, onAccess, readAllowedSites } from '../../platform/access.ts';
import { ask } from '../../platform/ask.ts';
import { readReminder } from '../../platform/backup-reminder.ts';
import { libraryChanges } from '../../platform/changes.ts';
import { readSettingsAndSpeak } from '../../platform/chosen-language.ts';
import { keepFocus } from '../../platform/keep-focus.ts';
import { updateOrAsk } from '../../platform/network/update-feed.ts';
import { changeSettings, watchSettings } from '../../platform/settings.ts';
import { words } from '../../platform/translate.ts';
import { createReadDue } from './backup-due.tsx';
import type { LibraryAnswer } from './library.tsx';
import { Options } from './options.tsx';
import { findShortcutOpener, readShortcuts } from './shortcuts.ts';

const readDue = createReadDue({
  readReminder,
  readChanges: async () => (await ask('describeOwn', {})).changesSinceBackup,
});
const access = { read: readAllowedSites, watch: onAccess, ask: askForAccess };
let saving = NOTHING_SAVED;
let library: LibraryAnswer = 'waiting';

async function show(): Promise<void> {
  const [settings, shortcuts] = await Promise.all([
    readSettingsAndSpeak().catch(() => defaultSettings),
    readShortcuts().catch(() => null),
  ]);
  const root = document.getElementById('root');
  if (root === null) return;
  localiseDocument(document, words(), 'options_title');
  render(
    <Localised i18n={words()}>
      <Options
        settings={settings}
        shortcuts={shortcuts}
        library={library}
        version={browser.runtime.getManifest().version}
        today={localDay(Date.now())}
        saving={saving}
        access={access}
        readDue={readDue}
        onChange={(change) => save(changeSettings(change))}
        onChangeShortcuts={findShortcutOpener()}
        onTryAgain={() => void readLibrary()}
        onUpdate={updateOrAsk}
      />
    </Localised>,
    root,
  );
}

/** The library may take long, and the settings do not wait for it. */
async function readLibrary(): Promise<void> {
  library = await ask('readLibraryState', {}).catch(() => null);
  await show();
}

function save(change: Promise<void>): void {
  const told = (hasFailed: boolean) => {
    saving = { count: saving.count + 1, hasFailed };
    void show();
  };
  change.then(
    () => told(false),
    () => told(true),
  );
}

keepFocus(document);
watchSettings(() => void show());
libraryChanges.listen(() => void readLibrary());
// The browser tells nobody that its shortcuts have changed, but who changed them comes back from its page.
addEventListener('focus', () => void readLibrary());
void show();
void readLibrary();
