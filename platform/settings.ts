import browser from 'webextension-polyfill';
import { parseSettings, SETTINGS_KEY, type Settings } from '../core/settings.ts';

/** What is to change, or how the latest settings change: others may have changed them since they were shown. */
export type Change = Partial<Settings> | ((latest: Settings) => Settings);

export const readSettings = (): Promise<Settings> => readStored(parseSettings);

/** What a script needs of the settings, as it reads them. */
export async function readStored<Kind>(parse: (stored: unknown) => Kind): Promise<Kind> {
  return parse((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]);
}

/**
 * Changes the settings as they are then, one change after another, also those of the extension's other pages. Rejects
 * where the browser does not store them. Not for scripts in pages: they would wait for the page's locks.
 */
export async function changeSettings(change: Change): Promise<void> {
  await navigator.locks.request(SETTINGS_KEY, async () => {
    const latest = await readSettings();
    const changed = typeof change === 'function' ? change(latest) : { ...latest, ...change };
    await browser.storage.local.set({ [SETTINGS_KEY]: changed });
  });
}

/** Calls back with the settings after each change, whoever made it, and as they were before, until the signal aborts. */
export function watchSettings(onChange: (after: Settings, before: Settings) => void, signal?: AbortSignal): void {
  watchStored((after, before) => onChange(parseSettings(after), parseSettings(before)), signal);
}

/** The same with what is stored, for scripts that read no more of it than they need. */
export function watchStored(onChange: (after: unknown, before: unknown) => void, signal?: AbortSignal): void {
  const listener: Parameters<typeof browser.storage.onChanged.addListener>[0] = (changes, area) => {
    const change = area === 'local' ? changes[SETTINGS_KEY] : undefined;
    if (change !== undefined) onChange(change.newValue, change.oldValue);
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => {
    // Gone with the extension, where that is what ended.
    if (browser.runtime?.id !== undefined) browser.storage.onChanged.removeListener(listener);
  });
}
