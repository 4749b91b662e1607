import browser from 'webextension-polyfill';

/** Whether the extension that a script came with still runs; nobody tells, so it has to be asked. */
export function isExtensionAlive(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}
