/** Who is called back when something has changed. */
export interface Listeners {
  readonly tell: () => void;
  /** Gives what ends it. */
  readonly listen: (listener: () => void) => () => void;
}

export function createListeners(): Listeners {
  const listeners = new Set<() => void>();
  return {
    tell() {
      for (const listener of listeners) listener();
    },
    listen(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
