import browser, { type Runtime } from 'webextension-polyfill';
import { readAccess } from '../../platform/access.ts';
import { startIcons } from './icon.ts';
import { patience } from './patience.ts';
import { injectScanner, refreshMarks } from './tabs.ts';

/**
 * Whether the reader lets the extension into a frame that asks: its scanner stays there when that is taken back. Looking
 * is surer than asking the browser, for a click may have let it in for once.
 */
export async function isLetInto({ tab, frameId = 0 }: Runtime.MessageSender): Promise<boolean> {
  if ((await readAccess()).all) return true;
  const target = { tabId: tab?.id ?? -1, frameIds: [frameId] };
  const looking = browser.scripting.executeScript({ target, func: () => true, injectImmediately: true });
  // Chrome answers nothing where it waits for the reader's click.
  return Promise.race([looking, patience()]).then(
    (seen) => seen !== undefined,
    () => false,
  );
}

/** Marks open pages as soon as the reader lets the extension in, and takes marks off where that is taken back. */
export function watchAccess(): void {
  browser.permissions.onAdded?.addListener(() => {
    void refreshMarks();
    void injectScanner();
    void startIcons();
  });
  browser.permissions.onRemoved?.addListener(() => void refreshMarks());
}
