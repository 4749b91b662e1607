/** What of a connection to a database tells that it can be asked nothing more: `idb`'s events. */
export function whenClosed(onClosed: () => void) {
  return {
    // Whoever wants another version of it, or none, waits until this connection is closed.
    blocking(_version: number, _wanted: number | null, event: IDBVersionChangeEvent) {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  };
}

/** Opens a database with the first question, and anew where it was closed from outside, or did not open. */
export function createOpener<Database extends { close(): void }>(
  open: (onClosed: () => void) => Promise<Database>,
): { readonly database: () => Promise<Database>; readonly close: () => Promise<void> } {
  let opening: Promise<Database> | null = null;
  const openAnew = () => {
    opening = null;
  };
  return {
    database() {
      opening ??= open(openAnew).catch((error: unknown) => {
        openAnew();
        throw error;
      });
      return opening;
    },
    async close() {
      (await opening)?.close();
      openAnew();
    },
  };
}
