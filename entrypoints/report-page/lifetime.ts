import { createLifetime, type OwnLifetime } from '../../page/lifetime.ts';

/** Milliseconds between looks whether the extension is still there, for a page at which nothing happens. */
const LOOKS = 500;

/** How long the script may go on: until the extension that it came with is gone, or the page's document another. */
export interface Lifetime extends OwnLifetime {
  /** Hears what the reader does, not what a page makes up. */
  on<Name extends keyof DocumentEventMap>(name: Name, handle: (event: DocumentEventMap[Name]) => void): void;
}

export function startLifetime(): Lifetime {
  const lifetime = createLifetime();
  const { signal, isOver, every, heard } = lifetime;
  const listen = (name: string, listener: (event: Event) => void) =>
    EventTarget.prototype.addEventListener.call(document, name, listener, { capture: true, signal });
  listen('visibilitychange', isOver);
  every(LOOKS, () => {});
  return {
    ...lifetime,
    on: (name, handle) =>
      listen(
        name,
        heard((event) => handle(event as DocumentEventMap[typeof name])),
      ),
  };
}
