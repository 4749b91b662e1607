import { isExtensionAlive } from './extension.ts';

/** How long the scanner may go on: until the extension that it came with is gone. */
export interface Lifetime {
  readonly signal: AbortSignal;
  /** False for good once the extension is gone; asking ends the lifetime then. */
  isOver(): boolean;
}

/** Nobody tells a script that its extension is gone, so whoever is about to act asks. */
export function startLifetime(): Lifetime {
  const controller = new AbortController();
  const { signal } = controller;
  const isOver = () => {
    if (!signal.aborted && !isExtensionAlive()) controller.abort();
    return signal.aborted;
  };
  document.addEventListener('visibilitychange', isOver, { signal });
  return { signal, isOver };
}
