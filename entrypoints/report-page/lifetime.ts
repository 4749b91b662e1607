import { isExtensionAlive } from '../../page/extension-alive.ts';

/** Milliseconds between looks whether the extension is still there, for a page at which nothing happens. */
const LOOKS = 500;

/** How long the script may go on: until the extension that it came with is gone, or another takes its place. */
export interface Lifetime {
  readonly signal: AbortSignal;
  isOver(): boolean;
  end(): void;
  /** Hears what the reader does, not what a page makes up. */
  on<Name extends keyof DocumentEventMap>(name: Name, handle: (event: DocumentEventMap[Name]) => void): void;
}

/** Nobody tells a script that its extension is gone, so each event asks, and a timer. */
export function startLifetime(): Lifetime {
  const controller = new AbortController();
  const { signal } = controller;
  const end = () => controller.abort();
  const isOver = () => {
    if (!isExtensionAlive()) end();
    return signal.aborted;
  };
  const listen = (name: string, listener: (event: Event) => void) =>
    EventTarget.prototype.addEventListener.call(document, name, listener, { capture: true, signal });
  listen('visibilitychange', isOver);
  const timer = setInterval(isOver, LOOKS);
  signal.addEventListener('abort', () => clearInterval(timer));
  return {
    signal,
    isOver,
    end,
    on(name, handle) {
      listen(name, (event) => {
        if (!isOver() && event.isTrusted) handle(event as DocumentEventMap[typeof name]);
      });
    },
  };
}
