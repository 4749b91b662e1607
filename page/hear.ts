/** What comes to the window, of the document too. */
interface Heard extends WindowEventMap {
  readonly prerenderingchange: Event;
  readonly selectionchange: Event;
  readonly visibilitychange: Event;
}

/**
 * Hears an event of the window for as long as the page lives: `document.open()` takes off every listener of the window and
 * of all nodes, and the scanner has them put on again.
 */
export function hear<Name extends keyof Heard>(
  name: Name,
  listener: (event: Heard[Name]) => unknown,
  options?: AddEventListenerOptions,
): void {
  const putOn = () => window.addEventListener(name, listener as EventListener, options);
  putOn();
  globalThis.ifgGlossListeners?.push(putOn);
}
