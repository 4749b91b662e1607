import { type CardSettings, defaultSettings, parseCardSettings, SETTINGS_KEY } from '../../core/settings.ts';
import { readStored, watchStored } from '../../platform/stored.ts';

/** Gives what the reader has chosen by now; until the browser has told it, the defaults. */
export function followSettings(): () => CardSettings {
  let settings: CardSettings = defaultSettings;
  let isNewer = false;
  watchStored(SETTINGS_KEY, (after) => {
    isNewer = true;
    settings = parseCardSettings(after);
  });
  // What cannot be read leaves the defaults; what was changed meanwhile is newer.
  void readStored(SETTINGS_KEY, parseCardSettings).then(
    (stored) => {
      if (!isNewer) settings = stored;
    },
    () => null,
  );
  return () => settings;
}
