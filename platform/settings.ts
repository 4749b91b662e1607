import { keepUnread, parseSettings, SETTINGS_KEY, type Settings } from '../core/settings.ts';
import { changeStored, readStored, watchStored } from './stored.ts';

/** What is to change, or how the latest settings change: others may have changed them since they were shown. */
export type Change = Partial<Settings> | ((latest: Settings) => Settings);

export const readSettings = (): Promise<Settings> => readStored(SETTINGS_KEY, parseSettings);

/** Rejects where the browser does not store them. Not for scripts in pages. */
export function changeSettings(change: Change): Promise<void> {
  return changeStored(
    SETTINGS_KEY,
    parseSettings,
    (latest) => (typeof change === 'function' ? change(latest) : { ...latest, ...change }),
    keepUnread,
  );
}

/** Calls back with the settings after each change, whoever made it, and as they were before, until the signal aborts. */
export function watchSettings(onChange: (after: Settings, before: Settings) => void, signal?: AbortSignal): void {
  watchStored(SETTINGS_KEY, (after, before) => onChange(parseSettings(after), parseSettings(before)), signal);
}
