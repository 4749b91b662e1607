import { isExtensionAlive } from './extension.ts';

/** How long a script may go on: until the extension that it came with is gone. */
export interface Lifetime {
  /** True for good once the extension is gone; asking ends the lifetime then. */
  isOver(): boolean;
  /** Acts when it ends; what fails then keeps no other from acting. */
  onEnd(callback: () => void): void;
}

/** One that can also be ended before. */
export interface OwnLifetime extends Lifetime {
  readonly signal: AbortSignal;
  end(): void;
  /** Acts again and again, after so many milliseconds each. */
  every(milliseconds: number, act: () => void): void;
  /** Hears what the reader does, not what a page makes up, and nothing once it is over. */
  heard<Heard extends Event>(handle: (event: Heard) => unknown): (event: Heard) => void;
}

/** Nobody tells a script that its extension is gone, so whatever happens asks. */
export function createLifetime(): OwnLifetime {
  const controller = new AbortController();
  const { signal } = controller;
  const isOver = () => {
    if (!isExtensionAlive()) controller.abort();
    return signal.aborted;
  };
  const onEnd = (callback: () => void) => signal.addEventListener('abort', callback);
  return {
    signal,
    end: () => controller.abort(),
    isOver,
    onEnd,
    every(milliseconds, act) {
      const timer = setInterval(() => {
        if (!isOver()) act();
      }, milliseconds);
      onEnd(() => clearInterval(timer));
    },
    heard(handle) {
      return (event) => {
        if (!isOver() && event.isTrusted) handle(event);
      };
    },
  };
}
