import type { Permissions, Runtime, Scripting } from 'webextension-polyfill';
import type { Access } from '../../core/access.ts';
import { patience } from './patience.ts';

/** What this needs of the browser, and where the reader lets the extension in. */
export interface AccessNeeds {
  readonly browser: {
    readonly permissions: Partial<Pick<Permissions.Static, 'onAdded' | 'onRemoved'>>;
    readonly scripting: Pick<Scripting.Static, 'executeScript'>;
  };
  readonly readAccess: () => Promise<Access>;
}

/**
 * Whether the reader lets the extension into a frame that asks: its scanner stays there when that is taken back. Looking
 * is surer than asking the browser, for a click may have let it in for once.
 */
export async function isLetInto(
  { browser, readAccess }: AccessNeeds,
  { tab, frameId = 0 }: Runtime.MessageSender,
): Promise<boolean> {
  if ((await readAccess()).all) return true;
  const target = { tabId: tab?.id ?? -1, frameIds: [frameId] };
  const looking = browser.scripting.executeScript({ target, func: () => true, injectImmediately: true });
  // Chrome answers nothing where it waits for the reader's click.
  return Promise.race([looking, patience()]).then(
    (seen) => seen !== undefined,
    () => false,
  );
}

/** Calls back when the reader lets the extension in somewhere, and when that is taken back, where the browser tells. */
export function watchAccess({ browser }: AccessNeeds, onGiven: () => void, onTaken: () => void): void {
  browser.permissions.onAdded?.addListener(onGiven);
  browser.permissions.onRemoved?.addListener(onTaken);
}
