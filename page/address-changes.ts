import { hear } from './hear.ts';

/** Milliseconds between looks at the address where nothing tells that it has changed. */
const LOOK = 500;

/**
 * Calls back when the page's address has become another within the same document. Firefox has told that since 147; before,
 * a content script hears of steps through the history only, and what a page does with `pushState` has to be seen.
 */
export function onAddressChange(callback: () => void, isOver: () => boolean): void {
  const { Navigation, navigation } = window as Navigating;
  // Where the browser has none, an element of that name stands in for it.
  if (typeof Navigation === 'function') {
    navigation?.addEventListener('currententrychange', () => !isOver() && callback());
    return;
  }
  let known = location.href;
  const look = () => {
    if (isOver()) return clearInterval(timer);
    if (location.href === known) return;
    known = location.href;
    callback();
  };
  const timer = setInterval(look, LOOK);
  hear('popstate', look);
}

interface Navigating {
  readonly Navigation?: unknown;
  readonly navigation?: { addEventListener(name: string, listener: () => void): void };
}
