import { isExtensionAlive } from '../../page/extension-alive.ts';
import { hear } from '../../page/hear.ts';

/** Hears an event of the whole frame before the page's elements do. */
export type On = <Name extends keyof WindowEventMap>(
  name: Name,
  handle: (event: WindowEventMap[Name]) => unknown,
) => void;

/** Acts again and again, after so many milliseconds each. */
export type Every = (milliseconds: number, act: () => void) => void;

/** Acts when the extension is gone; what fails then keeps no other from acting. */
export type OnGone = (act: () => void) => void;

/**
 * Hears what the reader does, not what a page makes up, until the extension is gone; a script has to find that out by
 * itself.
 */
export function createOn(): { readonly on: On; readonly every: Every; readonly onGone: OnGone } {
  const controller = new AbortController();
  const { signal } = controller;
  const isGone = () => {
    if (!isExtensionAlive()) controller.abort();
    return signal.aborted;
  };
  const onGone: OnGone = (act) => signal.addEventListener('abort', act);
  return {
    onGone,
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
      onGone(() => clearInterval(timer));
    },
  };
}
