import browser from 'webextension-polyfill';
import { parseSettings, SETTINGS_KEY, type Settings } from '../../core/settings.ts';

export async function readSettings(): Promise<Settings> {
  return parseSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]);
}
