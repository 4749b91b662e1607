import browser from 'webextension-polyfill';
import { createBackgroundAsk, type LibraryState } from '../../core/messages.ts';
import { parseSettings, SETTINGS_KEY, type Settings } from '../../core/settings.ts';
import type { Change } from './change.ts';
import type { Shortcut } from './keyboard.tsx';

export interface State {
  readonly settings: Settings;
  /** Null where it did not answer: the settings are there all the same. */
  readonly library: LibraryState | null;
  readonly shortcuts: readonly Shortcut[] | null;
}

const ask = createBackgroundAsk((message) => browser.runtime.sendMessage(message));

export async function readState(): Promise<State> {
  const [settings, library, shortcuts] = await Promise.all([
    readSettings(),
    ask('readLibraryState', {}).catch(() => null),
    readShortcuts(),
  ]);
  return { settings, library, shortcuts };
}

/** Changes the settings as they are then, one change after another, also those of other pages. */
export function saveSettings(change: Change): Promise<void> {
  return navigator.locks.request(SETTINGS_KEY, async () => {
    const latest = await readSettings();
    const changed = typeof change === 'function' ? change(latest) : { ...latest, ...change };
    await browser.storage.local.set({ [SETTINGS_KEY]: changed });
  });
}

async function readSettings(): Promise<Settings> {
  return parseSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]);
}

/** The browser's commands; undefined in Firefox for Android. */
const commands = browser.commands as typeof browser.commands | undefined;

async function readShortcuts(): Promise<readonly Shortcut[] | null> {
  const all = await commands?.getAll();
  return all?.map(({ name = '', description = '', shortcut = '' }) => ({ name, description, keys: shortcut })) ?? null;
}

/** Opens the browser's page for shortcuts; null in a Firefox before 137, which lets no extension do so. */
export function findShortcutOpener(): (() => void) | null {
  if (!import.meta.env.FIREFOX) return () => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  const open = commands?.openShortcutSettings as (() => Promise<void>) | undefined;
  return open === undefined ? null : () => void open();
}
