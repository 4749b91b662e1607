import type { Storage } from 'webextension-polyfill';

const STARTED = 'started';

/**
 * Acts once for each time that the extension is installed, updated, switched on or started with the browser, which
 * session storage tells from the background's own waking up. What is cut off with the background is done again.
 */
export async function oncePerSession(
  session: Pick<Storage.StorageArea, 'get' | 'set'>,
  act: () => Promise<unknown>,
): Promise<void> {
  if (STARTED in (await session.get(STARTED))) return;
  await act();
  await session.set({ [STARTED]: true });
}
