import browser from 'webextension-polyfill';

/** How long the reader may go on: until the extension that it came with is gone. */
export interface Lifetime {
  readonly signal: AbortSignal;
  isOver(): boolean;
  /** Hears a reader's events; not those that a page makes up. */
  on<Name extends keyof DocumentEventMap>(name: Name, handle: (event: DocumentEventMap[Name]) => void): void;
}

/** Nobody tells a script that its extension is gone, so each event asks. */
export function startLifetime(): Lifetime {
  const controller = new AbortController();
  const { signal } = controller;
  const isOver = () => {
    if (browser.runtime?.id === undefined) controller.abort();
    return signal.aborted;
  };
  document.addEventListener('visibilitychange', isOver, { signal });
  return {
    signal,
    isOver,
    on(name, handle) {
      const listener = (event: DocumentEventMap[typeof name]) => {
        if (!isOver() && event.isTrusted) handle(event);
      };
      document.addEventListener(name, listener, { capture: true, signal });
    },
  };
}
