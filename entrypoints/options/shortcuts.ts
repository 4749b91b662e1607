import browser from 'webextension-polyfill';
import type { Shortcut } from './keyboard.tsx';

/** The browser's commands; undefined in Firefox for Android. */
const commands = browser.commands as typeof browser.commands | undefined;

/** The commands as they are set now; null where the browser has none. */
export async function readShortcuts(): Promise<readonly Shortcut[] | null> {
  const all = await commands?.getAll();
  return all?.map(({ name = '', description = '', shortcut = '' }) => ({ name, description, keys: shortcut })) ?? null;
}

/** Opens the browser's page for shortcuts; null in a Firefox before 137, which lets no extension do so. */
export function findShortcutOpener(): (() => void) | null {
  if (!import.meta.env.FIREFOX) return () => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  const open = commands?.openShortcutSettings as (() => Promise<void>) | undefined;
  return open === undefined ? null : () => void open();
}
