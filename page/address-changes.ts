import { withoutFragment } from '../core/address/without-fragment.ts';
import { ofDocument } from './dom.ts';
import { hear } from './hear.ts';

/** Milliseconds between looks at the address where nothing tells that it has changed. */
const LOOK = 500;

/**
 * Calls back when the page's address has become another within the same document, but for a place in it: pages note how far they
 * are scrolled by each step of it, and by a state of the same address. Firefox has told that since 147; before,
 * a content script hears of steps through the history only, and what a page does with `pushState` has to be seen.
 */
export function onAddressChange(callback: () => void, isOver: () => boolean): void {
  const { Navigation, navigation } = window as Navigating;
  let known = pageAddress();
  const look = () => {
    if (known === pageAddress()) return;
    known = pageAddress();
    callback();
  };
  // Where the browser has none, an element of that name stands in for it.
  if (typeof Navigation === 'function') {
    navigation?.addEventListener('currententrychange', () => !isOver() && look());
    return;
  }
  const lookAgain = () => (isOver() ? clearInterval(timer) : look());
  const timer = setInterval(lookAgain, LOOK);
  hear('popstate', lookAgain);
}

function pageAddress(): string {
  return withoutFragment(ofDocument('URL'));
}

interface Navigating {
  readonly Navigation?: unknown;
  readonly navigation?: { addEventListener(name: string, listener: () => void): void };
}
