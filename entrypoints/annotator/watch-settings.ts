import browser from 'webextension-polyfill';
import { defaultSettings, parseSettings, SETTINGS_KEY, type Settings } from '../../core/settings.ts';

/** Gives what the reader has chosen by now; until the browser has told it, the defaults. */
export function watchSettings(): () => Settings {
  let settings = defaultSettings;
  void browser.storage.local.get(SETTINGS_KEY).then((stored) => {
    settings = parseSettings(stored[SETTINGS_KEY]);
  });
  browser.storage.onChanged.addListener((changes) => {
    if (SETTINGS_KEY in changes) settings = parseSettings(changes[SETTINGS_KEY]?.newValue);
  });
  return () => settings;
}
