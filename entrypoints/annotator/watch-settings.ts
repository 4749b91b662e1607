import { defaultSettings, type Settings } from '../../core/settings.ts';
import { readSettings, watchSettings } from '../../platform/settings.ts';

/** Gives what the reader has chosen by now; until the browser has told it, the defaults. */
export function followSettings(): () => Settings {
  let settings = defaultSettings;
  let isNewer = false;
  watchSettings((after) => {
    isNewer = true;
    settings = after;
  });
  // What cannot be read leaves the defaults; what was changed meanwhile is newer.
  void readSettings().then(
    (stored) => {
      if (!isNewer) settings = stored;
    },
    () => null,
  );
  return () => settings;
}
