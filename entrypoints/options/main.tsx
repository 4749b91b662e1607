import { render } from 'preact';
import browser from 'webextension-polyfill';
import { Localised, localiseDocument } from '../../components/localised.tsx';
import { SETTINGS_KEY } from '../../core/settings.ts';
import type { Change } from './change.ts';
import { Options, type Saving } from './options.tsx';
import { findShortcutOpener, readState, saveSettings } from './state.ts';

let saving: Saving = { count: 0, hasFailed: false };

async function show(): Promise<void> {
  const state = await readState();
  const root = document.getElementById('root');
  if (root === null) return;
  localiseDocument(document, browser.i18n, 'options_title');
  render(
    <Localised i18n={browser.i18n}>
      <Options
        {...state}
        version={browser.runtime.getManifest().version}
        today={new Date().toISOString().slice(0, 10)}
        saving={saving}
        onChange={(change) => void save(change)}
        onChangeShortcuts={findShortcutOpener()}
      />
    </Localised>,
    root,
  );
}

async function save(change: Change): Promise<void> {
  const hasFailed = await saveSettings(change).then(
    () => false,
    () => true,
  );
  saving = { count: saving.count + 1, hasFailed };
  await show();
}

browser.storage.onChanged.addListener((changes) => {
  if (SETTINGS_KEY in changes) void show();
});
// The browser tells nobody that its shortcuts have changed, but who changed them comes back from its page.
addEventListener('focus', () => void show());
void show();
