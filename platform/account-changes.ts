const CHANNEL = 'ifg-gloss-accounts';

/** Tells the extension's other contexts that accounts were added, read or removed. Scripts in pages do not hear it. */
export function tellAccountsChanged(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Calls back when another context of the extension has told so. */
export function onAccountsChanged(listener: () => void): void {
  new BroadcastChannel(CHANNEL).addEventListener('message', listener);
}
