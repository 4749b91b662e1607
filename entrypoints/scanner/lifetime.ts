import { hear } from '../../page/hear.ts';
import { isExtensionAlive } from './extension.ts';

/** How long the scanner may go on: until the extension that it came with is gone. */
export interface Lifetime {
  /** True for good once the extension is gone; asking ends the lifetime then. */
  isOver(): boolean;
  onEnd(callback: () => void): void;
}

/** Nobody tells a script that its extension is gone, so whoever is about to act asks. */
export function startLifetime(): Lifetime {
  const endings: (() => void)[] = [];
  let isEnded = false;
  const isOver = () => {
    if (isEnded || isExtensionAlive()) return isEnded;
    isEnded = true;
    // Each by itself: where one fails, the others end all the same.
    for (const end of endings) queueMicrotask(end);
    return true;
  };
  hear('visibilitychange', isOver);
  return { isOver, onEnd: (callback) => void endings.push(callback) };
}
