import browser from 'webextension-polyfill';

/** Hears an event of the whole frame before the page's elements do. */
export type On = <Name extends keyof WindowEventMap>(
  name: Name,
  handle: (event: WindowEventMap[Name]) => unknown,
) => void;

/**
 * Hears what the reader does, not what a page makes up, until the extension is gone; a script has to find that out by
 * itself.
 */
export function createOn(onGone: () => void): On {
  const controller = new AbortController();
  const { signal } = controller;
  return (name, handle) => {
    const listener = (event: WindowEventMap[typeof name]) => {
      if (browser.runtime?.id === undefined) {
        controller.abort();
        onGone();
      } else if (event.isTrusted) handle(event);
    };
    window.addEventListener(name, listener, { capture: true, signal });
  };
}
