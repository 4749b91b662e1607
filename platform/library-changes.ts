const CHANNEL = 'ifg-gloss-library';

/** Tells the extension's other contexts that the library says something else by now. Scripts in pages do not hear it. */
export function tellLibraryChanged(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Calls back when another context of the extension has told so. */
export function onLibraryChanged(listener: () => void): void {
  new BroadcastChannel(CHANNEL).addEventListener('message', listener);
}
