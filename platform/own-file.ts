import browser from 'webextension-polyfill';

/** Reads a JSON file of the extension's own, by its path in the built extension. Rejects where it is missing or no JSON. */
export async function readOwnFile(path: string): Promise<unknown> {
  return (await fetch(browser.runtime.getURL(path))).json();
}
