import browser from 'webextension-polyfill';
import { hear } from '../../page/hear.ts';

/** Hears an event of the whole frame before the page's elements do. */
export type On = <Name extends keyof WindowEventMap>(
  name: Name,
  handle: (event: WindowEventMap[Name]) => unknown,
) => void;

/** Acts again and again, after so many milliseconds each. */
export type Every = (milliseconds: number, act: () => void) => void;

/**
 * Hears what the reader does, not what a page makes up, until the extension is gone; a script has to find that out by
 * itself.
 */
export function createOn(onGone: () => void): { readonly on: On; readonly every: Every } {
  const controller = new AbortController();
  const { signal } = controller;
  const isGone = () => {
    if (browser.runtime?.id !== undefined) return false;
    if (!signal.aborted) {
      controller.abort();
      onGone();
    }
    return true;
  };
  return {
    on(name, handle) {
      const listener = (event: WindowEventMap[typeof name]) => {
        if (!isGone() && event.isTrusted) handle(event);
      };
      hear(name, listener, { capture: true, signal });
    },
    every(milliseconds, act) {
      const timer = setInterval(() => {
        if (!isGone()) act();
      }, milliseconds);
      signal.addEventListener('abort', () => clearInterval(timer));
    },
  };
}
