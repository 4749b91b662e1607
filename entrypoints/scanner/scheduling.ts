import { ofDocument } from '../../page/dom.ts';

/** Milliseconds: how long marks wait for a page that does not finish loading, and for a turn in which it is idle. */
const MAX_LOAD_MS = 2000;
const MAX_WAIT_MS = 40;

/**
 * Fulfilled when the page has loaded and had a turn to itself. A framework that takes over markup from its server
 * compares it with its own, so nothing may be added to that markup before.
 */
export function afterLoad(): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => whenIdle(resolve);
    if (ofDocument('readyState') === 'complete') return settle();
    window.addEventListener('load', settle, { once: true });
    setTimeout(settle, MAX_LOAD_MS);
  });
}

/** Calls back in an idle turn, soon where none comes. */
export function whenIdle(callback: () => void): void {
  requestIdleCallback(() => callback(), { timeout: MAX_WAIT_MS });
}

/** Lets the page have its turn before going on. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
