/** Tells the extension's other contexts that something has changed, and calls back when another has told so. */
interface Changes {
  tell(): void;
  /** Gives what ends it. */
  listen(listener: () => void): () => void;
}

/** What the library says. Scripts in pages do not hear it. */
export const libraryChanges = changesOn('ifg-gloss-library');
/** Accounts were added, read or removed. */
export const accountChanges = changesOn('ifg-gloss-accounts');
/** A page was asked about: who linked to it. */
export const linkedByChanges = changesOn('ifg-gloss-linked-by');
/** What the reader wrote has changed. */
export const ownChanges = changesOn('ifg-gloss-own');

function changesOn(name: string): Changes {
  return {
    tell() {
      const channel = new BroadcastChannel(name);
      channel.postMessage(null);
      channel.close();
    },
    listen(listener) {
      const channel = new BroadcastChannel(name);
      channel.addEventListener('message', listener);
      return () => channel.close();
    },
  };
}
