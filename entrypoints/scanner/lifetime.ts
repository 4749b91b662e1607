import { hear } from '../../page/hear.ts';
import type { Lifetime } from '../../page/lifetime.ts';
import { isAlive } from './extension.ts';

/** On every page, so without what only few pages need: neither a signal nor the extension's own API is made for it. */
export function startLifetime(): Lifetime {
  const endings: (() => void)[] = [];
  let isEnded = false;
  const isOver = () => {
    if (isEnded || isAlive()) return isEnded;
    isEnded = true;
    // Each by itself: where one fails, the others end all the same.
    for (const end of endings) queueMicrotask(end);
    return true;
  };
  hear('visibilitychange', isOver);
  return { isOver, onEnd: (callback) => void endings.push(callback) };
}
